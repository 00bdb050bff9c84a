import { peersOf } from '../../shared/fleet/peers.ts';
import { createSteady } from '../../shared/fleet/steady.ts';
import {
  type Difference,
  type Differences,
  type Traits,
  unlikeInGroup,
} from '../../shared/fleet/unlike.ts';
import type { ProfileEntry } from '../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import type { FleetStore } from './fleet-store.ts';
import type { FleetMeans, Means } from './means.ts';
import { createKeyedListeners, createStore, type Readable } from './store.ts';

/** Who of the fleet is unlike its group, and in what. Renewed every few seconds while somebody listens. */
export interface FleetDifferences {
  /** Of those that differ; another map after each renewal that changed something. */
  readonly all: Readable<Differences>;
  /** None for most; the same list while nothing of it changes. */
  of(id: string): readonly Difference[];
  /** Hears changes of this proxy's differences only. */
  onChange(id: string, listener: () => void): () => void;
  /** Proxies are held against those of the same folder, or environment, from now on. */
  setPeersBy(by: 'folder' | 'environment'): void;
}

export const differencesRenewMs = 3000;
/** A burst of seconds makes no proxy unlike the others: they are compared by means over a minute, whatever the board shows. */
export const comparedSpanMs = 60_000;
const none: readonly Difference[] = [];

interface DifferencesParts {
  readonly fleet: Pick<FleetStore, 'snapshots'>;
  readonly means: FleetMeans;
  readonly profiles: () => readonly ProfileEntry[];
  /** Runs the task again and again, after so many milliseconds; answers what ends it. */
  readonly every: (ms: number, task: () => void) => () => void;
}

export function createFleetDifferences(parts: DifferencesParts): FleetDifferences {
  const { fleet, means } = parts;
  const all = createStore<Differences>(new Map());
  const listeners = createKeyedListeners();
  let by: 'folder' | 'environment' = 'folder';
  let steady = createSteady();
  /** What was found last in each group, for the threshold at which it is found again. */
  let found = new Map<string, Differences>();
  let users = 0;
  let stop: (() => void) | null = null;

  const renew = (): void => {
    const snapshots = fleet.snapshots.get() ?? new Map<string, ProxySnapshot>();
    const next = new Map<string, Differences>();
    const told = new Map<string, readonly Difference[]>();
    for (const { key, compared, told: members } of peersOf(parts.profiles(), by)) {
      const traits = compared.flatMap((id) => traitsOf(snapshots.get(id), means.of(id)));
      const unlike = unlikeInGroup(traits, found.get(key));
      next.set(key, unlike);
      for (const [id, list] of unlike) if (members.has(id)) told.set(id, list);
    }
    found = next;
    const before = all.get();
    const now = steady.renew(told);
    all.set(now);
    for (const id of new Set([...before.keys(), ...now.keys()])) {
      if (before.get(id) !== now.get(id)) listeners.tell(id);
    }
  };
  const listen = (subscribe: () => () => void): (() => void) => {
    if (users++ === 0) {
      const leaveMeans = means.all.subscribe(() => undefined);
      const stopClock = parts.every(differencesRenewMs, renew);
      stop = () => {
        stopClock();
        leaveMeans();
      };
      renew();
    }
    const unsubscribe = subscribe();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      unsubscribe();
      if (--users === 0) stop?.();
    };
  };
  return {
    all: { get: all.get, subscribe: (listener) => listen(() => all.subscribe(listener)) },
    of: (id) => all.get().get(id) ?? none,
    onChange: (id, listener) => listen(() => listeners.add(id, listener)),
    setPeersBy(wanted) {
      if (wanted === by) return;
      by = wanted;
      steady = createSteady();
      if (users > 0) renew();
    },
  };
}

/** What is known of a proxy now. One that is not ready is compared with none: what was last known of it is not of now. */
function traitsOf(snapshot: ProxySnapshot | undefined, means: Means | null): readonly Traits[] {
  if (snapshot?.state.kind !== 'ready') return [];
  const { transformation, bufferSize } = snapshot.settings;
  const { connections = null, bytesPerSecond = null, accessesPerSecond = null } = means ?? {};
  return [
    {
      id: snapshot.id,
      numbers: {
        connections,
        bytesPerSecond,
        accessesPerSecond,
        roundTripMs: means?.roundTripMs ?? null,
      },
      settings: {
        ...(transformation !== null && { transformation: transformation.value }),
        ...(bufferSize !== null && { bufferSize: String(bufferSize.bytes) }),
      },
    },
  ];
}
