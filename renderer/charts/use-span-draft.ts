import { useCallback, useEffect, useRef, useState } from 'react';
import { spanFields } from './chart-span.ts';
import type { TimeSpan } from './sparkline-series.ts';

/** A wheel or a key that rests so long has said what it wants, milliseconds. */
export const restMs = 220;

/**
 * The span that is shown while wheel and keys move it: at once, whereas the address hears of it, and more is fetched, when they rest.
 * `settled` is what the address says, null for a range that follows the clock.
 */
export function useSpanDraft(
  settled: TimeSpan | null,
  commit: (span: TimeSpan) => void,
): { readonly draft: TimeSpan | null; readonly move: (span: TimeSpan | null) => void } {
  const [draft, setDraft] = useState<TimeSpan | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says something else, and so nothing is a draft any more
  useEffect(() => {
    setDraft(null);
    return () => clearTimeout(timer.current);
  }, [settled]);
  const move = useCallback((span: TimeSpan | null) => {
    clearTimeout(timer.current);
    const next = span === null ? null : spanFields(span);
    setDraft(next);
    if (next !== null) timer.current = setTimeout(() => latest.current(next), restMs);
  }, []);
  return { draft, move };
}
