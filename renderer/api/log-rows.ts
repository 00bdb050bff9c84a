interface Row {
  readonly id: number;
}

/** Rows of a log, newest first; `more` where older ones may be there. */
export interface LogRows<T> {
  readonly rows: readonly T[];
  readonly more: boolean;
}

/** Both lists, each newest first, in one, each row once: as it is in `news` where it is in both. */
export function mergeRows<T extends Row>(news: readonly T[], known: readonly T[]): readonly T[] {
  if (news.length === 0) return known;
  const merged: T[] = [];
  let next = 0;
  for (const row of known) {
    for (let newer = news[next]; newer !== undefined && newer.id > row.id; newer = news[++next])
      merged.push(newer);
    const same = news[next];
    if (same?.id === row.id) next++;
    merged.push(same?.id === row.id ? same : row);
  }
  return merged.concat(news.slice(next));
}

/**
 * The pages that were fetched, with what was told since. Rows of pages that were not fetched yet are left to them: a list with a gap would
 * look whole.
 */
export function withNews<T extends Row>(
  pages: readonly (readonly T[])[],
  pageSize: number,
  news: readonly T[],
): LogRows<T> {
  const fetched = pages.flat();
  const more = (pages.at(-1)?.length ?? 0) >= pageSize;
  const last = fetched.at(-1);
  const reached = more && last !== undefined ? news.filter(({ id }) => id >= last.id) : news;
  return { rows: mergeRows(reached, fetched), more };
}

/** What was told so far, with these rows more; the newest `most` of them. */
export function addNews<T extends Row>(
  news: readonly T[],
  added: readonly T[],
  most: number,
): readonly T[] {
  const sorted = added.length > 1 ? added.toSorted((a, b) => b.id - a.id) : added;
  return mergeRows(sorted, news).slice(0, most);
}
