import { AppError, toErrorValue } from '../../../shared/errors.ts';
import type { reportTopics } from '../../../shared/ipc/calls/report.ts';
import { makeReport, type ReportParts } from '../../report/make-report.ts';
import type { Sources } from '../parts.ts';

export interface ReportSourceParts extends ReportParts {
  readonly logFault: (what: string, error: unknown) => void;
}

/** Progress is told at most so often, in milliseconds: a person reads it. */
const toldEveryMs = 100;

/** One report for each subscription, which ends with it. */
export function reportSources(parts: ReportSourceParts): Pick<Sources, keyof typeof reportTopics> {
  return {
    'report.making': (wanted, publish) => {
      const leaving = new AbortController();
      let told = Number.NEGATIVE_INFINITY;
      const run = async (): Promise<void> => {
        const report = await makeReport(parts, wanted, leaving.signal, (done, of) => {
          if (performance.now() - told < toldEveryMs) return;
          told = performance.now();
          publish({ kind: 'reading', done, of });
        });
        publish({ kind: 'done', report });
      };
      run().catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        if (!(error instanceof AppError)) parts.logFault('a report could not be made', error);
        publish({ kind: 'failed', error: toErrorValue(error) });
      });
      return () => leaving.abort();
    },
  };
}
