import type { HistoryMark, HistoryRange } from '../../shared/model/history.ts';
import type { SeriesName } from '../api/point-ring.ts';
import { stepOf } from './overlay-series.ts';
import type { TimeSpan } from './sparkline-series.ts';

/** One proxy's metric over a span, in the metric's unit. All null where there is no data. */
export interface LineStatistics {
  /** Of the readings, also where a point stands for many of them. */
  readonly min: number | null;
  readonly max: number | null;
  /** Each value weighs as long as it held. */
  readonly mean: number | null;
  /** Of the points that are drawn: not exceeded for 95 % of the time that was watched. */
  readonly p95: number | null;
  readonly last: number | null;
  /** Of a rate: what it comes to over the time that was watched, a second at a time. Null for what is no rate. */
  readonly sum: number | null;
  readonly restarts: number;
  readonly changes: number;
}

interface Held {
  readonly value: number;
  /** Milliseconds. */
  readonly ms: number;
}

/** A value holds until the next point, the last one for as long as a step is as a rule; a gap holds nothing. */
export function statisticsOf(
  range: HistoryRange,
  series: SeriesName,
  { from, to }: TimeSpan,
): LineStatistics {
  const { min, mean, max } = range[series];
  const held: Held[] = [];
  let low: number | null = null;
  let high: number | null = null;
  const step = stepOf(range.at);
  for (const [i, at] of range.at.entries()) {
    const value = mean[i] ?? null;
    if (value === null || at < from || at > to) continue;
    low = Math.min(low ?? Number.POSITIVE_INFINITY, min[i] ?? value);
    high = Math.max(high ?? Number.NEGATIVE_INFINITY, max[i] ?? value);
    held.push({ value, ms: Math.max(0, Math.min(range.at[i + 1] ?? at + step, to) - at) });
  }
  const watched = held.reduce((total, { ms }) => total + ms, 0);
  const area = held.reduce((total, { value, ms }) => total + value * ms, 0);
  const last = held.at(-1)?.value ?? null;
  const marks = range.marks.filter((mark) => mark.at >= from && mark.at <= to);
  return {
    min: low,
    max: high,
    mean: watched > 0 ? area / watched : last,
    p95: percentile(held, watched, 0.95),
    last,
    sum: isRate(series) && held.length > 0 ? area / 1000 : null,
    restarts: countOf(marks, 'restart'),
    changes: countOf(marks, 'change') + countOf(marks, 'elsewhere'),
  };
}

/** A mark may stand for several that lie near to each other. */
function countOf(marks: HistoryRange['marks'], kind: HistoryMark['kind']): number {
  return marks.reduce((sum, mark) => sum + (mark.kind === kind ? (mark.count ?? 1) : 0), 0);
}

export function isRate(series: SeriesName): boolean {
  return series === 'bytesPerSecond' || series === 'accessesPerSecond';
}

/** The least value that is not exceeded for this part of the time. */
function percentile(held: readonly Held[], watched: number, part: number): number | null {
  const rising = held.toSorted((a, b) => a.value - b.value);
  let passed = 0;
  for (const { value, ms } of rising) {
    passed += ms;
    if (passed >= part * watched) return value;
  }
  return rising.at(-1)?.value ?? null;
}
