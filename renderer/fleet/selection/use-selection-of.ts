import { useEffect, useState } from 'react';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { Hold } from '../arrangement/hold.ts';
import { createSelection, type Selection } from './selection.ts';

/** The selection among those that are shown. While something is chosen nothing moves; what is not shown any more is not chosen any more. */
export function useSelectionOf(fitting: readonly ProfileEntry[], hold: Hold): Selection {
  const [selection] = useState(createSelection);
  useEffect(() => selection.keepAmong(fitting.map(({ id }) => id)), [selection, fitting]);
  useEffect(() => {
    const tell = (): void => hold('selection', selection.ids.get().size > 0);
    tell();
    return selection.ids.subscribe(tell);
  }, [selection, hold]);
  return selection;
}
