import { AppError, toErrorValue } from '../../../shared/errors.ts';
import type { AuditReads } from '../../store/thread/asked.ts';
import type { Sources } from '../parts.ts';

export interface AuditSourceParts {
  readonly audit: Pick<AuditReads, 'verifyAside'>;
  readonly logFault: (what: string, error: unknown) => void;
}

/** Progress is told at most so often, in milliseconds: a person reads it. */
const toldEveryMs = 100;

/** One check of the audit log for each subscription, ended with it. */
export function auditSource({ audit, logFault }: AuditSourceParts): Sources['audit.verifying'] {
  return (_, publish) => {
    const leaving = new AbortController();
    let told = 0;
    const run = async (): Promise<void> => {
      const check = await audit.verifyAside(leaving.signal, (progress) => {
        if (performance.now() - told < toldEveryMs) return;
        told = performance.now();
        publish({ kind: 'checking', ...progress });
      });
      publish({ kind: 'done', check });
    };
    run().catch((error: unknown) => {
      if (leaving.signal.aborted) return;
      if (!(error instanceof AppError)) logFault('a check of the audit log failed', error);
      publish({ kind: 'failed', error: toErrorValue(error) });
    });
    return () => leaving.abort();
  };
}
