import type { TimeSpan } from './sparkline-series.ts';

/** A picture holds no less, milliseconds: a few readings. */
export const shortestSpan = 5000;
/** Nor more: ten years. */
export const longestSpan = 10 * 366 * 86_400_000;

/** The span that an address says in two fields, epoch milliseconds; null where it says none, or none that could be shown. */
export function spanOf(from: number | undefined, to: number | undefined): TimeSpan | null {
  if (from === undefined || to === undefined || to - from < shortestSpan) return null;
  return { from, to };
}

/** A span in whole milliseconds, as an address says it. */
export function spanFields({ from, to }: TimeSpan): TimeSpan {
  return { from: Math.round(from), to: Math.round(to) };
}

/** The span so many times as long, within what can be shown. The time `about`, the middle if none is said, stays where it is in the picture. */
export function scaled(
  { from, to }: TimeSpan,
  factor: number,
  about: number = (from + to) / 2,
): TimeSpan {
  const length = Math.min(longestSpan, Math.max(shortestSpan, (to - from) * factor));
  const part = Math.min(1, Math.max(0, (about - from) / (to - from)));
  const start = about - part * length;
  return { from: start, to: start + length };
}

/** The span by this part of its length later, or earlier where it is negative. */
export function shifted({ from, to }: TimeSpan, part: number): TimeSpan {
  const by = part * (to - from);
  return { from: from + by, to: to + by };
}

/** A span that was dragged over, widened about its middle where it is shorter than can be shown. */
export function dragged(span: TimeSpan): TimeSpan {
  return scaled(span, 1);
}

/** The span moved as far back as it takes to end by `now`: nothing is kept of the future. */
export function endingBy(now: number, { from, to }: TimeSpan): TimeSpan {
  const over = Math.max(0, to - now);
  return { from: from - over, to: to - over };
}
