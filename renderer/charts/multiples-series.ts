import type { SeriesName } from '../api/point-ring.ts';
import { nearest } from './chart-points.ts';
import { type History, stepOf } from './overlay-series.ts';
import type { TimeSpan } from './sparkline-series.ts';
import type { ChartMark } from './time-chart-series.ts';

/** Lines without a gap, each as x, y, x, y …: x from 0 at the span's start to 1 at its end, y from 0 at zero to 1 at the top of the scale. */
type Lines = readonly (readonly number[])[];

export interface SmallPicture {
  readonly id: string;
  readonly name: string;
  readonly lines: Lines;
  /** The same at another time; none where there is none. */
  readonly pale: Lines;
  /** The greatest value that it reaches itself, now. */
  readonly peak: number | null;
  readonly last: number | null;
  /** Within the span, x as in the lines. */
  readonly marks: readonly (Pick<ChartMark, 'kind'> & { readonly x: number })[];
}

/** Small pictures side by side, all on one scale. */
export interface Multiples {
  /** The value at the upper edge of every picture; null where none has data. */
  readonly top: number | null;
  readonly pictures: readonly SmallPicture[];
}

/** One metric of each proxy, on the scale of the greatest of all, those of another time included. */
export function multiplesOf(
  histories: readonly History[],
  pale: readonly History[],
  series: SeriesName,
  span: TimeSpan,
): Multiples {
  const read = (history: History) => linesOf(history, series, span);
  const now = histories.map(read);
  const then = pale.map(read);
  const peaks = [...now, ...then].flatMap(({ peak }) => (peak === null ? [] : [peak]));
  const top = peaks.length === 0 ? null : Math.max(...peaks);
  const scale = (value: number): number => (top === null || top <= 0 ? 0 : value / top);
  const scaled = (lines: Lines): Lines =>
    lines.map((line) => line.map((value, i) => (i % 2 === 1 ? scale(value) : value)));
  const pictures = histories.map(({ id, name, range }, place) => {
    const { lines = [], peak = null, last = null } = now[place] ?? {};
    const own = then.find((_, index) => pale[index]?.pastOf === place);
    const marks = range.marks
      .filter(({ at }) => at >= span.from && at <= span.to)
      .map(({ at, kind }) => ({ kind, x: (at - span.from) / (span.to - span.from) }));
    return { id, name, lines: scaled(lines), pale: scaled(own?.lines ?? []), peak, last, marks };
  });
  return { top, pictures };
}

function linesOf({ range }: History, series: SeriesName, { from, to }: TimeSpan) {
  const lines: number[][] = [];
  let line: number[] | null = null;
  let peak: number | null = null;
  let last: number | null = null;
  for (const [i, at] of range.at.entries()) {
    if (at < from || at > to) continue;
    const value = range[series].mean[i] ?? null;
    if (value === null) {
      line = null;
      continue;
    }
    if (line === null) {
      line = [];
      lines.push(line);
    }
    line.push((at - from) / (to - from), value);
    peak = Math.max(peak ?? value, value);
    last = value;
  }
  return { lines, peak, last };
}

/** A value is of a time for as long as this many of its steps. */
const holds = 3;

/** What was read of a proxy nearest to a time; null where nothing was read about then. */
export function valueNear({ range }: History, series: SeriesName, at: number): number | null {
  const index = nearest(range.at, at);
  const step = Math.max(1000, stepOf(range.at));
  if (index < 0 || Math.abs((range.at[index] ?? 0) - at) > holds * step) return null;
  return range[series].mean[index] ?? null;
}
