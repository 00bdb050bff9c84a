import { useMemo } from 'react';
import type { Fetched } from './fetched.ts';

/** Two things that a view needs together: nothing while one of them is not there. */
export function useBoth<A, B>(a: Fetched<A>, b: Fetched<B>): Fetched<readonly [A, B]> {
  return useMemo(
    () => ({
      value: a.value === null || b.value === null ? null : [a.value, b.value],
      error: a.error ?? b.error,
      reload() {
        a.reload();
        b.reload();
      },
    }),
    [a, b],
  );
}
