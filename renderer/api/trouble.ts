import { isInTrouble } from '../../shared/fleet/trouble.ts';
import type { FleetStore } from './fleet-store.ts';
import { createStore, type Readable } from './store.ts';

/** The proxies that somebody has to look at, by id. */
export type Trouble = ReadonlySet<string>;

/** The same set until another proxy is in trouble, or one no longer. */
export function followTrouble({ snapshots }: Pick<FleetStore, 'snapshots'>): Readable<Trouble> {
  const trouble = createStore<Trouble>(new Set());
  snapshots.subscribe(() => {
    const next = new Set<string>();
    for (const [id, snapshot] of snapshots.get() ?? []) if (isInTrouble(snapshot)) next.add(id);
    const now = trouble.get();
    if (next.size !== now.size || [...next].some((id) => !now.has(id))) trouble.set(next);
  });
  return trouble;
}
