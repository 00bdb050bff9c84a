import type { HistoryRange } from '../../shared/model/history.ts';
import type { LivePoints, SeriesName } from '../api/point-ring.ts';

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
  readonly ring: LivePoints;
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
  const whole = lines.flatMap((each) => splitAtPauses(each, shortestPauseMs / (to - from)));
  for (const each of whole) {
    for (let i = 1; i < each.length; i += 2) {
      each[i] = most > 0 ? Math.min(1, (each[i] ?? 0) / most) : 0;
    }
  }
  return { lines: whole, peak };
}

/** A pause is one where it is longer than this many of the intervals beside it: they differ by proxy, and change with the window. */
const muchLonger = 3;
const shortestPauseMs = 5000;

/** A line in parts, between which nothing was read, as while the console stood still. `shortest` is of the width of the picture. */
function splitAtPauses(line: number[], shortest: number): number[][] {
  const widthAt = (i: number): number => (line[i] ?? Number.NaN) - (line[i - 2] ?? Number.NaN);
  const parts: number[][] = [];
  let first = 0;
  for (let i = 2; i < line.length; i += 2) {
    const beside = [widthAt(i - 2), widthAt(i + 2)].filter((width) => !Number.isNaN(width));
    const isPause = widthAt(i) > shortest && widthAt(i) > muchLonger * Math.max(...beside);
    if (beside.length === 0 || !isPause) continue;
    parts.push(line.slice(first, i));
    first = i;
  }
  parts.push(first === 0 ? line : line.slice(first));
  return parts;
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
