/** As the columns are called. */
export const metrics = ['connections', 'bytes', 'accesses', 'round_trip', 'missed'] as const;
export type Metric = (typeof metrics)[number];

/** What is kept of one reading of one proxy. */
export interface Reading {
  /** Epoch milliseconds, whole. */
  readonly at: number;
  /** The time before it was not watched. */
  readonly fresh: boolean;
  /** In the order of `metrics`; null where there is none. */
  readonly values: readonly (number | null)[];
}

/** In the order of time, each time once: of several readings of one time the first in the list stays. */
export function inOrder(readings: readonly Reading[]): readonly Reading[] {
  if (isInOrder(readings)) return readings;
  const sorted = [...readings].sort((a, b) => a.at - b.at);
  return sorted.filter(({ at }, index) => at !== sorted[index - 1]?.at);
}

function isInOrder(readings: readonly Reading[]): boolean {
  let before = -Infinity;
  for (const { at } of readings) {
    if (at <= before) return false;
    before = at;
  }
  return true;
}
