import type { AuditEntry, Settings } from '../../shared/model/change.ts';
import { tookEffect } from '../../shared/model/change-effect.ts';

/** What the settings are known to be after a change, whoever made it; null where they have to be read. */
export function settingsAfter(before: Settings, entry: AuditEntry): Settings | null {
  const { at, requested, after, outcome, actor } = entry;
  if (entry.setting === 'bufferSize') {
    const asked = { bytes: Number(requested), at, actor };
    if (tookEffect(entry)) return { ...before, bufferSize: asked, bufferSizeInDoubt: null };
    return outcome === 'failed' ? { ...before, bufferSizeInDoubt: asked } : before;
  }
  return outcome === 'failed' ? null : { ...before, transformation: after, readAt: at };
}
