import { getHeapSpaceStatistics } from 'node:v8';

/** What is told from none, kB/s: a heap that is collected twice is not of one size to the byte, and V8 goes on noting how the code is used. */
export const noGrowth = 0.5;

/** What the heap held at a time. */
export interface HeapPoint {
  /** Seconds. */
  readonly at: number;
  /** kB. */
  readonly used: number;
}

/** kB in use, of what can be reached only. Compiled code is left out: it grows for minutes, as ever more of it is found hot. */
export function heapInUse(): number {
  if (globalThis.gc === undefined) throw new Error('the heap is measured with --expose-gc only');
  globalThis.gc();
  globalThis.gc();
  return getHeapSpaceStatistics()
    .filter(({ space_name: name }) => !/code|trusted/.test(name))
    .reduce((sum, { space_used_size: used }) => sum + used / 1000, 0);
}

/** kB/s: the median of the slopes between all pairs (Theil and Sen), which a step or an outlier does not turn. Throws for fewer than two points. */
export function slopeOf(points: readonly HeapPoint[]): number {
  const slopes: number[] = [];
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1)) slopes.push((b.used - a.used) / (b.at - a.at));
  slopes.sort((a, b) => a - b);
  const middle = slopes[Math.floor(slopes.length / 2)];
  if (middle === undefined) throw new Error('a slope needs two points');
  return middle;
}
