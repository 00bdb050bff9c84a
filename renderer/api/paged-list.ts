import { errorOf } from './client.ts';
import type { Loaded } from './loaded.ts';
import { createStore, type Readable } from './store.ts';

/** Rows with rising ids, newest first. */
export interface Paged<T> {
  readonly rows: readonly T[];
  /** Older rows may be there. */
  readonly more: boolean;
}

/** A log that is fetched a page at a time, and grows at its new end. */
export interface PagedList<T> extends Readable<Loaded<Paged<T>>> {
  /** Fetches the newest page again. Never rejects: the error becomes a part of the value. */
  readonly reload: () => Promise<void>;
  /** Fetches the page behind the last row. Never rejects. */
  readonly loadOlder: () => Promise<void>;
  /** Takes in rows that are new or have changed. Those of pages that were not fetched yet are left to them. */
  readonly add: (rows: readonly T[]) => void;
}

interface Row {
  readonly id: number;
}

/** Both lists in one, newest first, each row once. */
export function mergeRows<T extends Row>(some: readonly T[], others: readonly T[]): readonly T[] {
  const byId = new Map([...others, ...some].map((row) => [row.id, row]));
  return [...byId.values()].sort((a, b) => b.id - a.id);
}

/** `fetch` answers at most `pageSize` rows, newest first, all with an id below `before` where that is given. */
export function createPagedList<T extends Row>(
  fetch: (page: { limit: number; before?: number }) => Promise<readonly T[]>,
  pageSize: number,
): PagedList<T> {
  const store = createStore<Loaded<Paged<T>>>({ value: null, error: null });
  let early: readonly T[] = [];
  const fail = (thrown: unknown): void =>
    store.set({ value: store.get().value, error: errorOf(thrown) });

  return {
    get: store.get,
    subscribe: store.subscribe,
    async reload() {
      early = [];
      try {
        const page = await fetch({ limit: pageSize });
        const more = page.length === pageSize;
        const rows = mergeRows(page, reached(early, page, more));
        store.set({ value: { rows, more }, error: null });
      } catch (thrown) {
        fail(thrown);
      }
    },
    async loadOlder() {
      const oldest = store.get().value?.rows.at(-1);
      if (oldest === undefined) return;
      try {
        const page = await fetch({ limit: pageSize, before: oldest.id });
        const rows = mergeRows(store.get().value?.rows ?? [], page);
        store.set({ value: { rows, more: page.length === pageSize }, error: null });
      } catch (thrown) {
        fail(thrown);
      }
    },
    add(added) {
      // What comes while the first page is under way is not lost in it.
      early = mergeRows(added, early);
      const { value, error } = store.get();
      if (value === null) return;
      const rows = mergeRows(reached(added, value.rows, value.more), value.rows);
      store.set({ value: { ...value, rows }, error });
    },
  };
}

/** Without rows from before the last one: a list with a gap would look whole. */
function reached<T extends Row>(added: readonly T[], rows: readonly T[], more: boolean) {
  const last = rows.at(-1);
  return more && last !== undefined
    ? added.filter(({ id }) => id > last.id || rows.some((row) => row.id === id))
    : added;
}
