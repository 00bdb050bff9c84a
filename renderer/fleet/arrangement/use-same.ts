import { useRef } from 'react';

/** The list of before while the next one holds the same: nothing renders again for it. */
export function useSame<T>(next: readonly T[]): readonly T[] {
  const last = useRef(next);
  if (!isSame(last.current, next)) last.current = next;
  return last.current;
}

/** Whether two lists hold the same, in the same order. */
export function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
