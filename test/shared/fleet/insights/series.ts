import type { HistoryMark, HistoryRange } from '../../../../shared/model/history.ts';

/** One reading of a made-up record; null for a gap. */
export interface Point {
  readonly at: number;
  readonly connections: number | null;
  readonly bytesPerSecond: number | null;
  readonly accessesPerSecond: number | null;
}

/** A range as the history answers it. */
export function rangeOf(
  points: readonly Point[],
  marks: readonly HistoryMark[] = [],
): HistoryRange {
  const band = (values: readonly (number | null)[]) => ({
    min: [...values],
    mean: [...values],
    max: [...values],
  });
  return {
    since: points[0]?.at ?? null,
    level: 'raw',
    at: points.map(({ at }) => at),
    connections: band(points.map(({ connections }) => connections)),
    bytesPerSecond: band(points.map(({ bytesPerSecond }) => bytesPerSecond)),
    accessesPerSecond: band(points.map(({ accessesPerSecond }) => accessesPerSecond)),
    roundTripMs: band(points.map(() => 1)),
    missed: band(points.map(() => 0)),
    marks: [...marks],
  };
}
