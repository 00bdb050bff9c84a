import { useCallback, useEffect, useState } from 'react';

/** A page is read in so many milliseconds. */
const turnMs = 12_000;

/** The page to show of so many: one after the other, unless they are held. */
export function usePages(count: number): {
  readonly page: number;
  readonly held: boolean;
  readonly turn: (by: number) => void;
  readonly hold: (held: boolean) => void;
} {
  const [wanted, setWanted] = useState(0);
  const [held, setHeld] = useState(false);
  // Pages go as proxies do.
  const page = wanted % count;
  const turn = useCallback(
    (by: number) => setWanted((now) => ((now % count) + by + count) % count),
    [count],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: who turns to a page has it for the whole time
  useEffect(() => {
    if (held || count === 1) return;
    const timer = setTimeout(() => turn(1), turnMs);
    return () => clearTimeout(timer);
  }, [held, count, page, turn]);
  return { page, held, turn, hold: setHeld };
}
