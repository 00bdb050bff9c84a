import type { FleetFrame, ProxySnapshot, Readings } from '../../shared/model/fleet-frame.ts';
import { createPointRing, type LivePoint, type LivePoints } from './point-ring.ts';
import { createKeyedListeners, createStore, type Readable } from './store.ts';

/** What the fleet does now, fed by frames. Snapshots keep their identity while nothing of them changes. */
export interface FleetStore {
  /** All snapshots; another map after each frame that changed one. Null before the first frame. */
  readonly snapshots: Readable<ReadonlyMap<string, ProxySnapshot> | null>;
  snapshot(id: string): ProxySnapshot | undefined;
  /** Hears changes of this proxy's snapshot only. */
  onSnapshot(id: string, listener: () => void): () => void;
  /** The last five minutes of one proxy. The same ring for as long as the proxy is there. */
  points(id: string): LivePoints;
  /** Hears new points of this proxy only. */
  onPoints(id: string, listener: () => void): () => void;
  /** Epoch milliseconds by the console's clock, which is not this machine's where the console runs elsewhere. */
  now(): number;
  /** The console's time of the last frame: means of a console that is silent are those of then. */
  heardAt(): number;
  apply(frame: FleetFrame): void;
}

export function createFleetStore(clock: () => number = Date.now): FleetStore {
  const snapshots = createStore<ReadonlyMap<string, ProxySnapshot> | null>(null);
  const snapshotListeners = createKeyedListeners();
  const pointListeners = createKeyedListeners();
  const rings = new Map<string, LivePoints>();
  let offset = 0;
  let heardAt = 0;

  const ringOf = (id: string): LivePoints => {
    const known = rings.get(id);
    if (known !== undefined) return known;
    const ring = createPointRing();
    rings.set(id, ring);
    return ring;
  };
  /** A proxy that is gone takes nothing up any more; who still holds its ring holds an empty one. */
  const dropRing = (id: string): void => {
    rings.get(id)?.clear();
    rings.delete(id);
  };

  return {
    snapshots,
    snapshot: (id) => snapshots.get()?.get(id),
    onSnapshot: snapshotListeners.add,
    points: ringOf,
    onPoints: pointListeners.add,
    now: () => clock() + offset,
    heardAt: () => heardAt,
    apply(frame) {
      offset = frame.at - clock();
      heardAt = frame.at;
      const before = snapshots.get();
      const next = new Map(frame.full ? [] : before);
      const touched = new Set<string>(frame.removed);
      // One that leads elsewhere from now on is removed and there again.
      for (const id of frame.removed) next.delete(id);
      for (const snapshot of frame.proxies) {
        next.set(snapshot.id, snapshot);
        touched.add(snapshot.id);
      }
      if (frame.full) {
        for (const id of before?.keys() ?? []) touched.add(id);
        for (const ring of rings.values()) ring.clear();
      }
      for (const id of touched) {
        if (!next.has(id)) dropRing(id);
        else if (frame.removed.includes(id)) rings.get(id)?.clear();
      }
      for (const points of frame.points) ringOf(points.id).append(points);
      const { readings } = frame;
      for (const [index, id] of readings?.ids.entries() ?? []) {
        const snapshot = next.get(id);
        if (readings === null || snapshot === undefined) continue;
        next.set(id, withReading(snapshot, readings, index));
        touched.add(id);
        ringOf(id).push(pointOf(readings, index));
      }
      if (frame.full || touched.size > 0) snapshots.set(next);
      for (const id of touched) snapshotListeners.tell(id);
      for (const { id } of frame.points) pointListeners.tell(id);
      for (const id of readings?.ids ?? []) pointListeners.tell(id);
    },
  };
}

/** What the board shows of a proxy with one reading more, and else as it was. */
function withReading(snapshot: ProxySnapshot, readings: Readings, index: number): ProxySnapshot {
  return {
    ...snapshot,
    metrics: {
      at: readings.at[index] ?? 0,
      connections: String(readings.connections[index]),
      transferredBytes: readings.transferredBytes[index] ?? '',
      accesses: readings.accesses[index] ?? '',
      implausible: false,
      roundTripMs: readings.roundTripMs[index] ?? 0,
    },
    rates: {
      bytesPerSecond: readings.bytesPerSecond[index] ?? null,
      accessesPerSecond: readings.accessesPerSecond[index] ?? null,
    },
  };
}

function pointOf(readings: Readings, index: number): LivePoint {
  return {
    at: readings.at[index] ?? Number.NaN,
    connections: readings.connections[index] ?? null,
    bytesPerSecond: readings.bytesPerSecond[index] ?? null,
    accessesPerSecond: readings.accessesPerSecond[index] ?? null,
    roundTripMs: readings.roundTripMs[index] ?? null,
    missed: 0,
  };
}
