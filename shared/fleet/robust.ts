/** The middle of at least one value: of an even number, half-way between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new Error('a median of nothing');
  return lower + (upper - lower) / 2;
}

/** Makes a median absolute deviation, or a mean one, comparable to the standard deviation of a normal distribution. */
const ofMedian = 1.4826;
const ofMean = 1.2533;

/**
 * How far the values lie around their median, not led astray by a few that lie far off: 1.4826 times the median absolute deviation; where
 * more than half of them are the same, 1.2533 times the mean absolute deviation (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993).
 */
export function robustSpread(values: readonly number[], centre: number): number {
  const distances = values.map((value) => Math.abs(value - centre));
  const middle = median(distances);
  if (middle > 0) return ofMedian * middle;
  return (ofMean * distances.reduce((sum, distance) => sum + distance, 0)) / distances.length;
}
