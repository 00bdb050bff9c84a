import type { ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import type { FleetStore } from './fleet-store.ts';
import type { LivePoints, SeriesName } from './point-ring.ts';
import { createKeyedListeners, createStore, type Readable } from './store.ts';

/**
 * The readings of one proxy, each as its mean over the span. One that is polled more rarely than the span is long is as it was last read.
 * Null where nothing is read.
 */
export interface Means {
  readonly connections: number | null;
  readonly bytesPerSecond: number | null;
  readonly accessesPerSecond: number | null;
  /** Milliseconds. */
  readonly roundTripMs: number | null;
}

/** Numbers of the fleet that can be compared: a rate of one second jumps, a mean does not. Renewed, once a second unless told, while somebody listens. */
export interface FleetMeans {
  /** Of every proxy that is ready; another map after each renewal that changed one. */
  readonly all: Readable<ReadonlyMap<string, Means>>;
  of(id: string): Means | null;
  /** Hears changes of this proxy's means only. */
  onChange(id: string, listener: () => void): () => void;
  /** Means are over so many milliseconds from now on, and renewed at once. */
  setSpan(ms: number): void;
  /** What they are over now. */
  spanMs(): number;
}

interface MeansParts {
  readonly fleet: Pick<FleetStore, 'snapshots' | 'points' | 'heardAt'>;
  /** Runs the task again and again, after so many milliseconds; answers what ends it. */
  readonly every: (ms: number, task: () => void) => () => void;
  /** What they are over at first, and how often they are renewed; milliseconds. */
  readonly spanMs?: number;
  readonly renewMs?: number;
}

export function createFleetMeans(parts: MeansParts): FleetMeans {
  const { fleet, every, renewMs = 1000 } = parts;
  const all = createStore<ReadonlyMap<string, Means>>(new Map());
  const listeners = createKeyedListeners();
  let spanMs = parts.spanMs ?? 10_000;
  let users = 0;
  let stop: (() => void) | null = null;

  const renew = (): void => {
    const before = all.get();
    const from = fleet.heardAt() - spanMs;
    const next = new Map<string, Means>();
    const changed: string[] = [];
    for (const [id, { state, metrics, rates }] of fleet.snapshots.get() ?? []) {
      if (state.kind !== 'ready') continue;
      const ring = fleet.points(id);
      const { bytesPerSecond, accessesPerSecond } = rates;
      const means: Means = {
        connections: meanSince(ring, 'connections', from) ?? connectionsOf(metrics),
        bytesPerSecond: meanSince(ring, 'bytesPerSecond', from) ?? bytesPerSecond,
        accessesPerSecond: meanSince(ring, 'accessesPerSecond', from) ?? accessesPerSecond,
        roundTripMs: meanSince(ring, 'roundTripMs', from) ?? metrics?.roundTripMs ?? null,
      };
      const known = before.get(id);
      const same = known !== undefined && isSame(known, means);
      next.set(id, same ? known : means);
      if (!same) changed.push(id);
    }
    for (const id of before.keys()) if (!next.has(id)) changed.push(id);
    if (changed.length === 0) return;
    all.set(next);
    for (const id of changed) listeners.tell(id);
  };
  const listen = (subscribe: () => () => void): (() => void) => {
    if (users++ === 0) {
      renew();
      const stopClock = every(renewMs, renew);
      // What is told first is not waited for.
      const stopFirst = fleet.snapshots.subscribe(() => {
        if (all.get().size === 0) renew();
      });
      stop = () => {
        stopClock();
        stopFirst();
      };
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
    all: {
      get: all.get,
      subscribe: (listener) => listen(() => all.subscribe(listener)),
    },
    of: (id) => all.get().get(id) ?? null,
    onChange: (id, listener) => listen(() => listeners.add(id, listener)),
    setSpan(ms) {
      if (ms === spanMs) return;
      spanMs = ms;
      if (users > 0) renew();
    },
    spanMs: () => spanMs,
  };
}

function isSame(a: Means, b: Means): boolean {
  return (
    a.connections === b.connections &&
    a.bytesPerSecond === b.bytesPerSecond &&
    a.accessesPerSecond === b.accessesPerSecond &&
    a.roundTripMs === b.roundTripMs
  );
}

function connectionsOf(metrics: ProxySnapshot['metrics']): number | null {
  return metrics === null || metrics.implausible ? null : Number(metrics.connections);
}

function meanSince(ring: LivePoints, series: SeriesName, from: number): number | null {
  let sum = 0;
  let count = 0;
  const add = (_: number, value: number): void => {
    if (Number.isNaN(value)) return;
    sum += value;
    count++;
  };
  ring.each(series, add, from);
  return count === 0 ? null : sum / count;
}
