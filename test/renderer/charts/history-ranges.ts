import type { History } from '../../../renderer/charts/overlay-series.ts';
import type { Points } from '../../../shared/model/fleet-frame.ts';
import type { HistoryMark, HistoryRange } from '../../../shared/model/history.ts';

type Point = readonly [at: number, mean: number | null];

/** A range in which every metric has the same points, each of readings between half and twice its mean. */
export function rangeOf(
  points: readonly Point[],
  change: Partial<HistoryRange> = {},
): HistoryRange {
  const mean = points.map(([, value]) => value);
  const times = (factor: number) => mean.map((value) => (value === null ? null : value * factor));
  const band = { min: times(0.5), mean, max: times(2) };
  return {
    since: points[0]?.[0] ?? null,
    level: 'raw',
    at: points.map(([at]) => at),
    connections: band,
    bytesPerSecond: band,
    accessesPerSecond: band,
    roundTripMs: band,
    missed: band,
    marks: [],
    ...change,
  };
}

/** A mark of a change that was verified. */
export function changeAt(at: number): HistoryMark {
  return {
    kind: 'change',
    at,
    setting: 'transformation',
    from: null,
    to: 'cat',
    who: 'ana',
    shell: 'web',
    outcome: 'verified',
    auditId: 1,
  };
}

export function historyOf(
  id: string,
  points: readonly Point[],
  change: Partial<HistoryRange> = {},
): History {
  return { id, name: id.toUpperCase(), range: rangeOf(points, change) };
}

/** Points as a frame has them, every metric with the same values. */
export function pointsOf(id: string, points: readonly Point[]): Points {
  const values = points.map(([, value]) => value);
  return {
    id,
    at: points.map(([at]) => at),
    connections: values,
    bytesPerSecond: values,
    accessesPerSecond: values,
    roundTripMs: values,
    missed: values,
  };
}
