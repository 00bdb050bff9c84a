import type { PointRing, SeriesName } from '../api/point-ring.ts';

/** A span of time, epoch milliseconds. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** What a sparkline draws. */
export interface SparklineSeries {
  /** Lines without a gap, each as x, y, x, y …: x from 0 at the span's start to 1 at its end, y from 0 at zero to 1 at the peak. */
  readonly lines: readonly (readonly number[])[];
  /** The greatest value in the span; null where there is no data. */
  readonly peak: number | null;
}

/** The points of a ring within a span. A missing value ends a line: nothing is drawn across a gap. */
export function sparklineSeries(
  ring: PointRing,
  series: SeriesName,
  { from, to }: TimeSpan,
): SparklineSeries {
  const lines: number[][] = [];
  let line: number[] | null = null;
  let peak: number | null = null;
  ring.each(series, (at, value) => {
    if (at < from || at > to) return;
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
  const top = peak ?? 0;
  for (const each of lines) {
    for (let i = 1; i < each.length; i += 2) each[i] = top > 0 ? (each[i] ?? 0) / top : 0;
  }
  return { lines, peak };
}
