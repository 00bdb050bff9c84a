import type { KnownSettings } from '../../../../../shared/model/fleet-frame.ts';
import type { ChangeProgress } from './use-change.ts';

type Known = KnownSettings['transformation'];

/**
 * What to show of the transformation in force and of the last change, so that the two never disagree: what was read back by the change is in force,
 * until something else was read after it; then the change is told no longer. `settledAt`: when what was known was read at the moment that the
 * change was concluded, epoch milliseconds.
 */
export function agreed(
  known: Known,
  progress: ChangeProgress,
  settledAt: number,
): { readonly known: Known; readonly progress: ChangeProgress } {
  if (progress.kind !== 'done') return { known, progress };
  const { at, after } = progress.entry;
  if (known === null) return { known: { value: after, at }, progress };
  if (known.value === after) return { known, progress };
  return known.at > Math.max(at, settledAt)
    ? { known, progress: { kind: 'idle' } }
    : { known: { value: after, at }, progress };
}
