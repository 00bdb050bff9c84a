import type { AuditEntry } from '../../shared/model/change.ts';
import { isGone, thisWriter } from '../base/writer.ts';
import type { Unsettled } from '../store/logs/audit.ts';
import type { ApplyParts } from './change-log.ts';

/** A change takes seconds, with all its time limits: what was begun so long ago by a process of which nobody can tell is not under way. */
const longestMs = 10 * 60_000;

type SettleParts = Pick<ApplyParts, 'audit' | 'clock' | 'onConcluded'>;

/**
 * What was begun by a process that is no more has an unknown outcome from now on: of all proxies or of one. `underWay` are the proxies that
 * this process changes just now. Throws as the audit log does.
 */
export function disown(
  { audit, clock, onConcluded }: SettleParts,
  underWay: ReadonlySet<string>,
  profileId?: string,
): void {
  const isOver = ({ entry, writer }: Unsettled): boolean =>
    entry.outcome === 'begun' &&
    !underWay.has(entry.profileId) &&
    (writer === null ||
      writer === thisWriter ||
      isGone(writer) ||
      clock.wall() - entry.at > longestMs);
  for (const { entry } of audit.unsettled(profileId).filter(isOver)) {
    const { before } = entry;
    onConcluded(
      audit.conclude(
        entry.id,
        { before, after: null, outcome: 'failed' },
        'found-out',
        clock.wall(),
      ),
    );
  }
}

/** Whether the outcome of a change of the transformation of this proxy is unknown, and can be found out. Throws as the audit log does. */
export function isOpen({ audit }: SettleParts, profileId: string): boolean {
  return openOnes(audit.recent(profileId, 'transformation')).length > 0;
}

/**
 * Concludes the changes of the transformation of which nobody knew what they came to, by what is in force now: the newest that asked for that
 * was made, and no other. Throws as the audit log does.
 */
export function settleBy(
  { audit, clock, onConcluded }: SettleParts,
  profileId: string,
  found: string | null,
): void {
  let known = false;
  for (const { id, before, requested } of openOnes(audit.recent(profileId, 'transformation'))) {
    const made: boolean = !known && requested === found;
    known ||= made;
    const outcome = made ? 'verified' : 'not-applied';
    onConcluded(audit.conclude(id, { before, after: found, outcome }, 'found-out', clock.wall()));
  }
}

function openOnes(recent: readonly AuditEntry[]): readonly AuditEntry[] {
  return recent.filter(({ outcome }) => outcome === 'failed');
}
