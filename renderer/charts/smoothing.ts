import type { SeriesName } from '../api/point-ring.ts';
import type { History } from './overlay-series.ts';

/** What each point of a line is the mean of. */
export const smoothingNames = ['none', '10s', '1m', '10m'] as const;
export type SmoothingName = (typeof smoothingNames)[number];

const spans: Readonly<Record<SmoothingName, number>> = {
  none: 0,
  '10s': 10_000,
  '1m': 60_000,
  '10m': 600_000,
};

/**
 * The same with one metric as means over the time before each point, as a rate of single seconds jumps too much to be seen among others. Nothing
 * is reckoned across a gap, and points that lie farther apart stay as they are.
 */
export function smoothed(history: History, series: SeriesName, name: SmoothingName): History {
  const ms = spans[name];
  const { range } = history;
  if (ms === 0) return history;
  const { min, max, mean: values } = range[series];
  const mean: (number | null)[] = [];
  // What a mean was made of is shown nowhere: the numbers beneath a picture are those of its lines.
  const [low, high] = [[...min], [...max]];
  let first = 0;
  for (const [i, at] of range.at.entries()) {
    const value = values[i] ?? null;
    mean.push(value);
    if (value === null) {
      first = i + 1;
      continue;
    }
    while ((range.at[first] ?? at) <= at - ms) first++;
    mean[i] = meanOf(values, first, i);
    if (first < i) low[i] = high[i] = mean[i] ?? null;
  }
  return { ...history, range: { ...range, [series]: { min: low, mean, max: high } } };
}

/** Added up anew for each: what is taken away from a running sum leaves its rounding behind, and a mean of zeros below zero. */
function meanOf(values: readonly (number | null)[], first: number, last: number): number {
  let sum = 0;
  for (let i = first; i <= last; i++) sum += values[i] ?? 0;
  return sum / (last - first + 1);
}
