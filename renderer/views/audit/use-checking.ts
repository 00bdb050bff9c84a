import type { AuditChecking } from '../../../shared/model/audit-check.ts';
import { useWork, type Work, type WorkParts } from '../../api/use-work.ts';

/** How far the check of the audit log is. */
export type Checking = Work<AuditChecking>;

const check: WorkParts<Record<string, never>, AuditChecking> = {
  ask: (client, nothing, onTold, onRefused) =>
    client.subscribe('audit.verifying', nothing, onTold, onRefused),
  isUnderWay: ({ kind }) => kind === 'checking',
};

/** One check at a time; it ends with the view. */
export function useChecking() {
  const { work: checking, start, stop } = useWork(check);
  return { checking, start: () => start({}), stop };
}
