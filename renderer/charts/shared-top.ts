import type { ChartUnit } from './chart-axes.ts';

/** The least round number that holds the greatest value: scales that change with each reading cannot be compared with a look. */
export function sharedTop(most: number, unit: ChartUnit): number {
  if (!(most > 0)) return 0;
  if (unit === 'bytes') return 2 ** Math.ceil(Math.log2(most));
  const decade = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * decade).find((step) => step >= most) ?? 10 * decade;
}

/** The top of before as long as it fits, also a little below the next smaller one. */
export function heldTop(before: number | null, most: number, unit: ChartUnit): number {
  const next = sharedTop(most, unit);
  const isNextSmaller = before !== null && sharedTop(next * 1.01, unit) === before;
  return isNextSmaller && most > 0.85 * next ? before : next;
}
