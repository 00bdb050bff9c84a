import { metrics, type Reading } from './readings.ts';
import { startOf } from './summed-up.ts';

/** Number of the bucket, rows, first and last time, whether the time before was not watched; then four for each metric. */
export type Row = readonly (number | null)[];
export type Rows = readonly Row[];

/** In a row, before those of the metrics; of each metric how many readings, their sum, the lowest and the highest. */
export const columnsBefore = 5;

/** Where buckets lie: the first begins at `origin`, each spans `width` milliseconds, in rows of a level of which each spans `step`. */
export interface Grid {
  readonly origin: number;
  readonly width: number;
  readonly step: number;
}

/** Readings that are in order, put together in their buckets. */
export function bucketsOf(readings: readonly Reading[], { origin, width, step }: Grid): Rows {
  const rows: (number | null)[][] = [];
  for (const { at, fresh, values } of readings) {
    const start = startOf(at, step);
    const bucket = Math.floor((start - origin) / width);
    let row = rows.at(-1);
    if (row?.[0] !== bucket) {
      row = [bucket, 0, start, start, 0];
      for (let m = 0; m < metrics.length; m++) row.push(0, 0, null, null);
      rows.push(row);
    }
    row[1] = (row[1] ?? 0) + 1;
    row[3] = start;
    if (fresh) row[4] = 1;
    for (const [m, value] of values.entries()) {
      if (value === null) continue;
      const column = columnsBefore + m * 4;
      row[column] = (row[column] ?? 0) + 1;
      row[column + 1] = (row[column + 1] ?? 0) + value;
      row[column + 2] = Math.min(row[column + 2] ?? value, value);
      row[column + 3] = Math.max(row[column + 3] ?? value, value);
    }
  }
  return rows;
}

/** Two lists of buckets, each in their order, as one. */
export function merged(some: Rows, others: Rows): Rows {
  if (others.length === 0) return some;
  const rows = new Map(some.map((row) => [row[0], row]));
  for (const row of others) {
    const known = rows.get(row[0]);
    rows.set(row[0], known === undefined ? row : known.map((value, i) => joined(i, value, row[i])));
  }
  return [...rows.values()].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** The value of one column for two rows of the same bucket. */
function joined(column: number, a: number | null, b: number | null | undefined): number | null {
  if (a === null || b === null || b === undefined) return a ?? b ?? null;
  const inMetric = (column - columnsBefore) % 4;
  const isMin = column === 2 || (column >= columnsBefore && inMetric === 2);
  if (isMin) return Math.min(a, b);
  const isSum = column === 1 || (column >= columnsBefore && inMetric < 2);
  return isSum ? a + b : Math.max(a, b);
}
