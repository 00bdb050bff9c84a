import type { HistoryRange } from '../../shared/model/history.ts';
import type { PointRing, PointSeries } from '../api/point-ring.ts';

/** Something that happened at a time, drawn as a vertical line. */
export interface ChartMark {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: 'restart' | 'change';
}

/**
 * What one chart shows. Columns are parallel; times are epoch milliseconds, a null is a gap: no data. `min` and `max` are null where every
 * point is one reading.
 */
export interface ChartPicture {
  readonly from: number;
  readonly to: number;
  readonly at: readonly number[];
  readonly mean: readonly (number | null)[];
  readonly min: readonly (number | null)[] | null;
  readonly max: readonly (number | null)[] | null;
  readonly marks: readonly ChartMark[];
}

/** The last readings of a ring from `from` on. The point before `from` is kept, so that the line enters from the edge. */
export function pictureOfRing(
  ring: PointRing,
  series: PointSeries,
  range: { readonly from: number; readonly to: number },
  marks: readonly ChartMark[] = [],
): ChartPicture {
  const at: number[] = [];
  const mean: (number | null)[] = [];
  ring.each(series, (time, value) => {
    if (time < range.from) at.length = mean.length = 0;
    at.push(time);
    mean.push(Number.isNaN(value) ? null : value);
  });
  return { ...range, at, mean, min: null, max: null, marks: marksWithin(marks, range) };
}

/** One series of a range of the history. */
export function pictureOfHistory(
  history: HistoryRange,
  series: PointSeries,
  range: { readonly from: number; readonly to: number },
): ChartPicture {
  const { min, mean, max } = history[series];
  return { ...range, at: history.at, mean, min, max, marks: marksWithin(history.marks, range) };
}

function marksWithin(
  marks: readonly ChartMark[],
  range: { readonly from: number; readonly to: number },
): readonly ChartMark[] {
  return marks.filter(({ at }) => at >= range.from && at <= range.to);
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
  readonly marks: readonly ChartMark[];
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
