import type { ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import type { FleetStore } from './fleet-store.ts';
import { createStore, type Readable } from './store.ts';

/** The proxies that somebody has to look at, by id. */
export type Trouble = ReadonlySet<string>;

/** A proxy that cannot be reached without help, or is not reached though it should be. One that connects for the first time is no trouble. */
function isTrouble({ state, unreachableSince }: ProxySnapshot): boolean {
  return state.kind === 'needs-attention' || unreachableSince !== null;
}

/** The same set until another proxy is in trouble, or one no longer. */
export function followTrouble({ snapshots }: Pick<FleetStore, 'snapshots'>): Readable<Trouble> {
  const trouble = createStore<Trouble>(new Set());
  snapshots.subscribe(() => {
    const next = new Set<string>();
    for (const [id, snapshot] of snapshots.get() ?? []) if (isTrouble(snapshot)) next.add(id);
    const now = trouble.get();
    if (next.size !== now.size || [...next].some((id) => !now.has(id))) trouble.set(next);
  });
  return trouble;
}
