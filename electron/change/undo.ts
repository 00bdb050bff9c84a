import { AppError } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import { isUnsettled, tookEffect } from '../../shared/model/change-effect.ts';

/**
 * The change of one setting of one proxy that can be taken back now, null where none can. `recent` are its entries, newest first, back to
 * the newest that took effect. That one it is, where what was there before is known, and where nothing that was seen of the proxy since
 * says that another value is in force.
 */
export function undoableOf(recent: readonly AuditEntry[]): AuditEntry | null {
  const last = recent.find(tookEffect);
  if (last === undefined) return null;
  if (last.setting === 'bufferSize') return last.before === null ? null : last;
  if (last.before === last.after) return null;
  const later = recent.slice(0, recent.indexOf(last));
  const stillThere = later.every((entry) => !isUnsettled(entry) && entry.after === last.after);
  return stillThere ? last : null;
}

/** Throws `unsupported`, with the reason, where `entry` is not the one that `undoableOf` answered. */
export function requireUndoable(entry: AuditEntry, undoable: AuditEntry | null): void {
  if (entry.id === undoable?.id) return;
  const { profileName: name, setting, outcome } = entry;
  if (!tookEffect(entry)) {
    throw new AppError('unsupported', { case: 'nothing-to-undo', name, outcome });
  }
  if (setting === 'bufferSize' && entry.before === null) {
    throw new AppError('unsupported', { case: 'size-not-known', name, setting });
  }
  throw new AppError('unsupported', { case: 'superseded', name, reason: 'superseded' });
}
