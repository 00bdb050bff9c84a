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
  const values = range[series].mean;
  const mean: (number | null)[] = [];
  let first = 0;
  let sum = 0;
  for (const [i, at] of range.at.entries()) {
    const value = values[i] ?? null;
    mean.push(value);
    if (value === null) {
      first = i + 1;
      sum = 0;
      continue;
    }
    sum += value;
    while ((range.at[first] ?? at) <= at - ms) {
      sum -= values[first] ?? 0;
      first++;
    }
    mean[i] = sum / (i - first + 1);
  }
  return { ...history, range: { ...range, [series]: { ...range[series], mean } } };
}
