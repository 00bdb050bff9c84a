import type { HistoryMark, HistoryRange } from '../../shared/model/history.ts';
import type { PointSeries } from '../api/point-ring.ts';
import type { TimeSpan } from './sparkline-series.ts';

/** Something that happened at a time, drawn as a vertical line. */
export type ChartMark = Pick<HistoryMark, 'at' | 'kind'>;

/**
 * What one chart shows. Columns are parallel; times are epoch milliseconds, a null is a gap: no data. `min` and `max` are null where every
 * point is one reading.
 */
export interface ChartPicture extends TimeSpan {
  readonly at: readonly number[];
  readonly mean: readonly (number | null)[];
  readonly min: readonly (number | null)[] | null;
  readonly max: readonly (number | null)[] | null;
  /** Within the span, in the order of time. */
  readonly marks: readonly HistoryMark[];
  /** Of the first reading that is kept, in any span; null where there is none. */
  readonly since: number | null;
  /** What was asked for: the same for pictures of which one only goes on with the clock from the other. */
  readonly asked: string;
}

/** One series of what is kept of a proxy, over a span. */
export function pictureOf(
  history: HistoryRange,
  series: PointSeries,
  { from, to }: TimeSpan,
  asked: string,
): ChartPicture {
  const { at, since } = history;
  const { min, mean, max } = history[series];
  const banded = min.some((value, index) => value !== max[index]);
  const marks = history.marks.filter((mark) => mark.at >= from && mark.at <= to);
  const edges = banded ? { min, max } : { min: null, max: null };
  return { from, to, at, mean, ...edges, marks, since, asked };
}

/** The columns as the chart library takes them, in arrays of its own: times, mean, min, max. */
export function columnsOf({
  at,
  mean,
  min,
  max,
}: ChartPicture): [number[], (number | null)[], (number | null)[], (number | null)[]] {
  return [[...at], [...mean], [...(min ?? mean)], [...(max ?? mean)]];
}

/** One row of a chart's table: what lay between two times. */
export interface ChartRow {
  readonly from: number;
  readonly to: number;
  readonly min: number | null;
  readonly mean: number | null;
  readonly max: number | null;
  readonly marks: readonly HistoryMark[];
}

/** The picture in at most `count` rows of equal spans, newest first. A span without data has nulls, and is left out at the ends. */
export function rowsOf(picture: ChartPicture, count: number): readonly ChartRow[] {
  const { from, to, at, marks } = picture;
  const span = (to - from) / count;
  const rowOf = (time: number): number => Math.min(count - 1, Math.floor((time - from) / span));
  const cells = Array.from({ length: count }, () => createSummary());
  for (const [i, time] of at.entries()) {
    const mean = picture.mean[i] ?? null;
    if (time < from || time > to || mean === null) continue;
    cells[rowOf(time)]?.add(picture.min?.[i] ?? mean, mean, picture.max?.[i] ?? mean);
  }
  const rows = cells.map((cell, i) => ({
    from: from + i * span,
    to: from + (i + 1) * span,
    ...cell.get(),
    marks: marks.filter((mark) => rowOf(mark.at) === i),
  }));
  const says = (row: ChartRow): boolean => row.mean !== null || row.marks.length > 0;
  const first = rows.findIndex(says);
  return first < 0 ? [] : rows.slice(first, rows.findLastIndex(says) + 1).reverse();
}

interface Summary {
  add(min: number, mean: number, max: number): void;
  get(): { readonly min: number | null; readonly mean: number | null; readonly max: number | null };
}

function createSummary(): Summary {
  let count = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  return {
    add(min, mean, max) {
      count++;
      sum += mean;
      low = Math.min(low, min);
      high = Math.max(high, max);
    },
    get: () =>
      count === 0
        ? { min: null, mean: null, max: null }
        : { min: low, mean: sum / count, max: high },
  };
}

/** The index of the newest point that has a value, or -1. */
export function lastValue(picture: ChartPicture): number {
  return picture.mean.findLastIndex((value) => value !== null);
}
