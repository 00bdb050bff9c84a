import type { HistoryRange } from '../../shared/model/history.ts';
import type { PointRing, SeriesName } from '../api/point-ring.ts';

/** A span of time, epoch milliseconds. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** What a sparkline draws. */
export interface SparklineSeries {
  /** Lines without a gap, each as x, y, x, y …: x from 0 at the span's start to 1 at its end, y from 0 at zero to 1 at the scale's top. */
  readonly lines: readonly (readonly number[])[];
  /** The greatest value in the span; null where there is no data. */
  readonly peak: number | null;
}

/** A ring holds so much at the least, milliseconds. What is longer is drawn in means, since what is older is known as such. */
const ringMs = 5 * 60_000;
const bucketsInSpan = 240;

/** What is known of one proxy: the points of now, and before them what is kept. */
export interface SparklinePoints {
  readonly ring: PointRing;
  readonly older: HistoryRange | null;
}

/** The points of a proxy within a span, on a scale up to `top`, or to their own peak. A missing value ends a line: nothing is drawn across a gap. */
export function sparklineSeries(
  points: SparklinePoints,
  series: SeriesName,
  { from, to }: TimeSpan,
  top: number | null = null,
): SparklineSeries {
  const lines: number[][] = [];
  let line: number[] | null = null;
  let peak: number | null = null;
  eachPoint(points, series, { from, to }, (at, value) => {
    if (Number.isNaN(value)) {
      line = null;
      return;
    }
    if (line === null) {
      line = [];
      lines.push(line);
    }
    line.push((at - from) / (to - from), value);
    peak = peak === null ? value : Math.max(peak, value);
  });
  const most = top ?? peak ?? 0;
  for (const each of lines) {
    for (let i = 1; i < each.length; i += 2) {
      each[i] = most > 0 ? Math.min(1, (each[i] ?? 0) / most) : 0;
    }
  }
  return { lines, peak };
}

/** The greatest value in the span, as it is drawn; null where there is none. */
export function peakOf(points: SparklinePoints, series: SeriesName, span: TimeSpan): number | null {
  let peak: number | null = null;
  eachPoint(points, series, span, (_, value) => {
    if (value > (peak ?? Number.NEGATIVE_INFINITY)) peak = value;
  });
  return peak;
}

type Visit = (at: number, value: number) => void;

function eachPoint(
  { ring, older }: SparklinePoints,
  series: SeriesName,
  { from, to }: TimeSpan,
  visit: Visit,
): void {
  const mean = to - from <= ringMs ? null : createMeans((to - from) / bucketsInSpan, visit);
  const within: Visit = (at, value) => {
    if (at >= from && at <= to) (mean?.add ?? visit)(at, value);
  };
  if (older !== null) {
    let first = Number.POSITIVE_INFINITY;
    ring.each(series, (at) => {
      first = Math.min(first, at);
    });
    const values = older[series].mean;
    for (const [index, at] of older.at.entries()) {
      if (at < first) within(at, values[index] ?? Number.NaN);
    }
  }
  ring.each(series, within, from);
  mean?.end();
}

/** Tells the mean of the values of each so many milliseconds, at their middle; NaN where none of them is one. */
function createMeans(width: number, visit: Visit): { add: Visit; end(): void } {
  let bucket: number | null = null;
  let sum = 0;
  let count = 0;
  const end = (): void => {
    if (bucket !== null) visit((bucket + 0.5) * width, count === 0 ? Number.NaN : sum / count);
  };
  return {
    add(at, value) {
      const next = Math.floor(at / width);
      if (next !== bucket) {
        end();
        bucket = next;
        sum = 0;
        count = 0;
      }
      if (Number.isNaN(value)) return;
      sum += value;
      count++;
    },
    end,
  };
}
