import { metrics, type Reading } from './readings.ts';

/**
 * Readings that are in order, by minute, hour or day (`step`, milliseconds): each as the values of its row, the beginning first, then of each metric
 * how many, their sum, the lowest, the highest and the last, then the time of the last reading and whether one was fresh.
 */
export function summedUp(readings: readonly Reading[], step: number): (number | null)[][] {
  const rows: (number | null)[][] = [];
  for (let begin = 0; begin < readings.length; ) {
    const start = startOf(readings[begin]?.at ?? 0, step);
    let end = begin + 1;
    while (end < readings.length && startOf(readings[end]?.at ?? 0, step) === start) end++;
    rows.push(rowOf(readings, begin, end, start));
    begin = end;
  }
  return rows;
}

/** The start of the minute, hour or day that a time is in. */
export function startOf(at: number, step: number): number {
  return Math.floor(at / step) * step;
}

function rowOf(
  readings: readonly Reading[],
  begin: number,
  end: number,
  start: number,
): (number | null)[] {
  const row: (number | null)[] = [start];
  const last = readings[end - 1];
  for (let m = 0; m < metrics.length; m++) {
    let count = 0;
    let sum = 0;
    let min = Infinity;
    let max = -Infinity;
    for (let n = begin; n < end; n++) {
      const value = readings[n]?.values[m] ?? null;
      if (value === null) continue;
      count++;
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    const isNone = count === 0;
    row.push(count, sum, isNone ? null : min, isNone ? null : max, last?.values[m] ?? null);
  }
  let fresh = 0;
  for (let n = begin; n < end; n++) if (readings[n]?.fresh) fresh = 1;
  row.push(last?.at ?? start, fresh);
  return row;
}
