import type { TimeSpan } from '../../charts/sparkline-series.ts';

/** A picture holds no less, milliseconds: a few readings. */
export const shortestSpan = 5000;

/** A span as the address has it: `1717000000000-1717000060000`. */
export function zoomText({ from, to }: TimeSpan): string {
  return `${Math.round(from)}-${Math.round(to)}`;
}

/** The span that an address says; null where it says none, or none that could be shown. */
export function zoomOf(text: string): TimeSpan | null {
  const [, from, to] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return null;
  const span = { from: Number(from), to: Number(to) };
  return span.to - span.from >= shortestSpan ? span : null;
}

/** The span about the same middle, so many times as long, and no shorter than can be shown. */
export function scaled({ from, to }: TimeSpan, factor: number): TimeSpan {
  const middle = (from + to) / 2;
  const half = Math.max(shortestSpan, (to - from) * factor) / 2;
  return { from: middle - half, to: middle + half };
}

/** The span by half its length earlier (-1) or later (1). */
export function shifted({ from, to }: TimeSpan, direction: -1 | 1): TimeSpan {
  const by = (direction * (to - from)) / 2;
  return { from: from + by, to: to + by };
}

/** A span that was dragged over, widened about its middle where it is shorter than can be shown. */
export function dragged(span: TimeSpan): TimeSpan {
  return scaled(span, 1);
}
