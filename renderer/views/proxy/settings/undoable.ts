import type { AuditEntry } from '../../../../shared/model/change.ts';

/**
 * Whether a change can be taken back: it took effect, what was there before is known, and it was not taken back already.
 * `entries` are those that are known of the same proxy.
 */
export function isUndoable(entry: AuditEntry, entries: readonly AuditEntry[]): boolean {
  if (entry.outcome === 'refused' || entry.outcome === 'failed') return false;
  if (entry.setting === 'bufferSize' && entry.before === null) return false;
  if (entry.before === entry.after && entry.setting === 'transformation') return false;
  return !entries.some(
    ({ undoes, outcome }) => undoes === entry.id && outcome !== 'refused' && outcome !== 'failed',
  );
}
