import type { SeriesName } from '../api/point-ring.ts';
import type { History } from './overlay-series.ts';
import type { SparklineSeries, TimeSpan } from './sparkline-series.ts';

/** Small pictures side by side: of each its lines, all on one scale. */
export interface Multiples {
  /** The value at the upper edge of every picture; null where none has data. */
  readonly top: number | null;
  readonly pictures: readonly {
    readonly id: string;
    readonly name: string;
    /** Its own peak is what it reaches itself. */
    readonly series: SparklineSeries;
  }[];
}

/** One metric of each proxy, on the scale of the greatest of all. */
export function multiplesOf(
  histories: readonly History[],
  series: SeriesName,
  { from, to }: TimeSpan,
): Multiples {
  const read = histories.map(({ id, name, range }) => {
    const lines: number[][] = [];
    let line: number[] | null = null;
    let peak: number | null = null;
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
    }
    return { id, name, lines, peak };
  });
  const peaks = read.flatMap(({ peak }) => (peak === null ? [] : [peak]));
  const top = peaks.length === 0 ? null : Math.max(...peaks);
  const scale = (value: number): number => (top === null || top <= 0 ? 0 : value / top);
  const pictures = read.map(({ id, name, lines, peak }) => ({
    id,
    name,
    series: { lines: lines.map((each) => each.map((v, i) => (i % 2 === 1 ? scale(v) : v))), peak },
  }));
  return { top, pictures };
}
