import { type AuditEntry, type Settings, tookEffect } from '../../shared/model/change.ts';

/** What the settings are known to be after a change, whoever made it; null where they have to be read. */
export function settingsAfter(before: Settings, entry: AuditEntry): Settings | null {
  const { at, requested, after, outcome } = entry;
  if (entry.setting === 'bufferSize') {
    return tookEffect(entry) ? { ...before, bufferSize: { bytes: Number(requested), at } } : before;
  }
  return outcome === 'failed' ? null : { ...before, transformation: after, readAt: at };
}
