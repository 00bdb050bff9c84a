import type { Series } from '../api/matrix.ts';
import { profileLabel } from '../metric-names.ts';
import { type WantedName, wantedLabel, wantedNames } from '../question.ts';

/** Buckets beside each other: the first begins at `origin`, epoch milliseconds; each spans `width`. */
export interface Buckets {
  readonly origin: number;
  readonly width: number;
  readonly count: number;
}

/** What a Prometheus has of one proxy, bucket by bucket; NaN where it has nothing. */
export type Recorded = Readonly<Record<WantedName, Float64Array>>;

/** What the series say of each of these proxies. What is of others, of other times or of an unknown kind is passed over. */
export function recordedOf(
  series: readonly Series[],
  ids: readonly string[],
  { origin, width, count }: Buckets,
): ReadonlyMap<string, Recorded> {
  const found = new Map(ids.map((id) => [id, nothing(count)]));
  for (const { labels, at, values } of series) {
    const name = wantedNames.find((each) => each === labels[wantedLabel]);
    const column = name === undefined ? undefined : found.get(labels[profileLabel] ?? '')?.[name];
    if (column === undefined) continue;
    for (const [index, time] of at.entries()) {
      // Each value is asked for at the last millisecond of its bucket.
      const bucket = Math.floor((time - origin) / width);
      if (bucket < 0 || bucket >= count || !Number.isNaN(column[bucket])) continue;
      column[bucket] = values[index] ?? Number.NaN;
    }
  }
  return found;
}

function nothing(count: number): Record<WantedName, Float64Array> {
  return Object.fromEntries(
    wantedNames.map((name) => [name, new Float64Array(count).fill(Number.NaN)]),
  ) as Record<WantedName, Float64Array>;
}
