import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { createStore, type Readable } from '../../api/store.ts';

/** Which of the shown proxies are chosen, for what is done with many at once. */
export interface Selection {
  /** In the order in which they were chosen. */
  readonly ids: Readable<ReadonlySet<string>>;
  has(id: string): boolean;
  /** Chooses it or not any more; what is extended begins here then. */
  toggle(id: string): void;
  /** Chooses all from where the last choice was made to this one, of those that are shown, instead of what was extended before. */
  extendTo(id: string, shown: readonly string[]): void;
  /** Chooses all of these, or none of them. */
  setAll(ids: readonly string[], chosen: boolean): void;
  only(ids: Iterable<string>): void;
  /** Leaves out what is not among these: nothing is done with what cannot be seen. */
  keepAmong(ids: readonly string[]): void;
  clear(): void;
}

export function createSelection(): Selection {
  const ids = createStore<ReadonlySet<string>>(new Set());
  let anchor: string | null = null;
  /** What was chosen when the extending began: it stays, whatever is extended. */
  let base: ReadonlySet<string> = new Set();

  const set = (next: ReadonlySet<string>, from: string | null): void => {
    anchor = from;
    base = next;
    ids.set(next);
  };
  return {
    ids,
    has: (id) => ids.get().has(id),
    toggle(id) {
      const next = new Set(ids.get());
      if (!next.delete(id)) next.add(id);
      set(next, id);
    },
    extendTo(id, shown) {
      const to = shown.indexOf(id);
      if (to < 0) return;
      const known = anchor === null ? -1 : shown.indexOf(anchor);
      if (known < 0) anchor = id;
      const from = known < 0 ? to : known;
      const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
      ids.set(new Set([...base, ...range]));
    },
    setAll(list, chosen) {
      const next = new Set(ids.get());
      for (const id of list) {
        if (chosen) next.add(id);
        else next.delete(id);
      }
      set(next, null);
    },
    only: (chosen) => set(new Set(chosen), null),
    keepAmong(shown) {
      const known = new Set(shown);
      const now = ids.get();
      if ([...now].every((id) => known.has(id))) return;
      set(new Set([...now].filter((id) => known.has(id))), anchor);
    },
    clear() {
      if (ids.get().size > 0) set(new Set(), null);
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
