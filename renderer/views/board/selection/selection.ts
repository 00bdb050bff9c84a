import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { createStore, type Readable } from '../../../api/store.ts';

/** Which proxies of the board are chosen, for what is done with many at once. */
export interface Selection {
  /** In the order in which they were chosen. */
  readonly ids: Readable<ReadonlySet<string>>;
  has(id: string): boolean;
  /** Chooses it or not any more; what is extended begins here then. */
  toggle(id: string): void;
  /** Chooses all from where the last choice was made to this one, of those that are shown, instead of what was extended before. */
  extendTo(id: string, shown: readonly string[]): void;
  only(ids: Iterable<string>): void;
  clear(): void;
}

export function createSelection(): Selection {
  const ids = createStore<ReadonlySet<string>>(new Set());
  let anchor: string | null = null;
  let extended: readonly string[] = [];
  return {
    ids,
    has: (id) => ids.get().has(id),
    toggle(id) {
      const next = new Set(ids.get());
      if (!next.delete(id)) next.add(id);
      anchor = id;
      extended = [];
      ids.set(next);
    },
    extendTo(id, shown) {
      const to = shown.indexOf(id);
      if (to < 0) return;
      const from = anchor === null ? -1 : shown.indexOf(anchor);
      const next = new Set(ids.get());
      for (const each of extended) next.delete(each);
      const start = from < 0 ? to : from;
      extended = shown.slice(Math.min(start, to), Math.max(start, to) + 1);
      for (const each of extended) next.add(each);
      if (from < 0) anchor = id;
      ids.set(next);
    },
    only(chosen) {
      anchor = null;
      extended = [];
      ids.set(new Set(chosen));
    },
    clear() {
      if (ids.get().size > 0) this.only([]);
    },
  };
}

export const SelectionContext = createContext<Selection>(createSelection());

export function useSelection(): Selection {
  return useContext(SelectionContext);
}

/** The component renders again only when this proxy is chosen or is not any more. */
export function useIsSelected(id: string): boolean {
  const { ids } = useSelection();
  return useSyncExternalStore(
    ids.subscribe,
    useCallback(() => ids.get().has(id), [ids, id]),
  );
}
