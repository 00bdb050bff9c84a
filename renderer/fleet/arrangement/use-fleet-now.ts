import type { Difference } from '../../../shared/fleet/unlike.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { useApi } from '../../api/context.ts';
import { createStore } from '../../api/store.ts';
import { useSampled } from '../../components/use-sampled.ts';

/** Milliseconds between two looks. */
const stateMs = 500;

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();
const noDifferences: ReadonlyMap<string, readonly Difference[]> = new Map();
const unwatched = createStore<ReadonlyMap<string, ProxySnapshot> | null>(null);
const unwatchedToo = createStore(noDifferences);

/** What the proxies do now and in what they differ, each only where it is asked for: else a reading draws nothing anew. As it was while `held`. */
export function useFleetNow(
  asked: { readonly states: boolean; readonly differences: boolean },
  held: boolean,
): {
  readonly snapshots: ReadonlyMap<string, ProxySnapshot>;
  readonly differences: ReadonlyMap<string, readonly Difference[]>;
} {
  const { fleet, differences } = useApi();
  const sampled = useSampled(asked.states ? fleet.snapshots : unwatched, stateMs, held);
  return {
    // What is asked for first is answered at once.
    snapshots: asked.states ? (sampled ?? fleet.snapshots.get() ?? noSnapshots) : noSnapshots,
    differences: useSampled(asked.differences ? differences.all : unwatchedToo, stateMs, held),
  };
}
