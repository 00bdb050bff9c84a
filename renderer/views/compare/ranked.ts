import type { Means } from '../../api/means.ts';
import type { SeriesName } from '../../api/point-ring.ts';

/** One bar. */
export interface Ranked {
  readonly id: string;
  readonly name: string;
  /** Null while it is not read. */
  readonly value: number | null;
  /** Of the greatest value, from 0 to 1. */
  readonly part: number;
}

/** What each proxy says on the mean of the last moments, the greatest first. What is not read has no bar and comes last: an old value is none of now. */
export function ranked(
  profiles: readonly { readonly id: string; readonly name: string }[],
  means: ReadonlyMap<string, Means>,
  series: SeriesName,
): readonly Ranked[] {
  const rows = profiles.map(({ id, name }) => ({
    id,
    name,
    value: means.get(id)?.[series] ?? null,
  }));
  const peak = Math.max(0, ...rows.map(({ value }) => value ?? 0));
  return rows
    .map((row) => ({ ...row, part: peak > 0 ? Math.max(0, (row.value ?? 0) / peak) : 0 }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null);
      return b.value - a.value;
    });
}
