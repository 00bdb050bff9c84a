import type { Steps } from '../../base/steps.ts';

/**
 * As many rows as are asked for, where they are there, from the newest before the id `before` on, without those that `toEntry` leaves out: a page that
 * is not full would be taken for the last. `read` answers at most `atOnce` rows before an id, newest first. There is a pause
 * after each `atOnce` rows.
 */
export function* readInSteps<T>(
  query: { readonly limit: number; readonly atOnce?: number; readonly before?: number | undefined },
  toEntry: (row: unknown) => T | undefined,
  read: (before: number) => readonly Record<string, unknown>[],
): Steps<T[]> {
  const { limit, atOnce = limit } = query;
  const found: T[] = [];
  for (let before = query.before ?? Number.MAX_SAFE_INTEGER; ; ) {
    const rows = read(before);
    found.push(...rows.flatMap((row) => toEntry(row) ?? []));
    const last = rows.at(-1);
    if (last === undefined || rows.length < atOnce || found.length >= limit) break;
    before = Number(last.id);
    yield;
  }
  return found.slice(0, limit);
}
