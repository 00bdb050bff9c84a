import type { TimeSpan } from './sparkline-series.ts';

/** The index of the first of some rising numbers that is not less; their count where all are. */
export function firstFrom(rising: readonly number[], least: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the time that is nearest; -1 where there are none. */
export function nearest(times: readonly number[], at: number): number {
  const after = firstFrom(times, at);
  const before = after - 1;
  if (after >= times.length) return before;
  if (before < 0) return after;
  return at - (times[before] ?? 0) <= (times[after] ?? 0) - at ? before : after;
}

/**
 * The time so many points on within the span, from the one that is pointed at, or from the newest where none is; the first or the last for an
 * infinite `by`. Null where nothing can be read.
 */
export function timeBeside(
  times: readonly number[],
  span: TimeSpan,
  at: number | null,
  by: number,
): number | null {
  const first = firstFrom(times, span.from);
  const last = firstFrom(times, span.to + 1) - 1;
  if (last < first) return null;
  const start = at === null ? (by < 0 ? last + 1 : last) : nearest(times, at);
  return times[Math.min(last, Math.max(first, start + by))] ?? null;
}
