import { useCallback, useState } from 'react';

/** Keeps the proxies in their places while somebody points at one, works in one, or has chosen some. */
export type Hold = (by: 'pointer' | 'focus' | 'selection', held: boolean) => void;

/** Whether anything holds them now, and what says so. */
export function useHold(): { readonly held: boolean; readonly hold: Hold } {
  const [holds, setHolds] = useState({ pointer: false, focus: false, selection: false });
  const hold = useCallback<Hold>(
    (by, held) => setHolds((now) => (now[by] === held ? now : { ...now, [by]: held })),
    [],
  );
  return { held: holds.pointer || holds.focus || holds.selection, hold };
}
