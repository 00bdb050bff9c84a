import { useEffect, useState } from 'react';
import { sample } from '../api/sample.ts';
import type { Readable } from '../api/store.ts';

/** The store's value, renewed at most once in `ms`; not at all while `held`. */
export function useSampled<T>(store: Readable<T>, ms: number, held = false): T {
  const [value, setValue] = useState(store.get);
  useEffect(() => {
    if (held) return;
    setValue(() => store.get());
    return sample(store, ms, (next) => setValue(() => next));
  }, [store, ms, held]);
  return value;
}
