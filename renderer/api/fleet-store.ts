import type { FleetFrame, ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import { createPointRing, type PointRing } from './point-ring.ts';
import { createListeners, createStore, type Readable } from './store.ts';

/** What the fleet does now, fed by frames. Snapshots keep their identity while nothing of them changes. */
export interface FleetStore {
  /** All snapshots; another map after each frame that changed one. Null before the first frame. */
  readonly snapshots: Readable<ReadonlyMap<string, ProxySnapshot> | null>;
  snapshot(id: string): ProxySnapshot | undefined;
  /** Hears changes of this proxy's snapshot only. */
  onSnapshot(id: string, listener: () => void): () => void;
  /** The last five minutes of one proxy. The same ring for as long as the store lives. */
  points(id: string): PointRing;
  /** Hears new points of this proxy only. */
  onPoints(id: string, listener: () => void): () => void;
  /** Epoch milliseconds by the console's clock, which is not this machine's where the console runs elsewhere. */
  now(): number;
  /** The console's time of the last frame: means of a console that is silent are those of then. */
  heardAt(): number;
  apply(frame: FleetFrame): void;
}

interface Entry {
  readonly ring: PointRing;
  readonly snapshotListeners: ReturnType<typeof createListeners>;
  readonly pointListeners: ReturnType<typeof createListeners>;
}

export function createFleetStore(clock: () => number = Date.now): FleetStore {
  const snapshots = createStore<ReadonlyMap<string, ProxySnapshot> | null>(null);
  const entries = new Map<string, Entry>();
  let offset = 0;
  let heardAt = 0;

  const entryOf = (id: string): Entry => {
    const known = entries.get(id);
    if (known !== undefined) return known;
    const entry: Entry = {
      ring: createPointRing(),
      snapshotListeners: createListeners(),
      pointListeners: createListeners(),
    };
    entries.set(id, entry);
    return entry;
  };

  return {
    snapshots,
    snapshot: (id) => snapshots.get()?.get(id),
    onSnapshot: (id, listener) => entryOf(id).snapshotListeners.add(listener),
    points: (id) => entryOf(id).ring,
    onPoints: (id, listener) => entryOf(id).pointListeners.add(listener),
    now: () => clock() + offset,
    heardAt: () => heardAt,
    apply(frame) {
      offset = frame.at - clock();
      heardAt = frame.at;
      const before = snapshots.get();
      const next = new Map(frame.full ? [] : before);
      const touched = new Set<string>();
      for (const snapshot of frame.proxies) {
        next.set(snapshot.id, snapshot);
        touched.add(snapshot.id);
      }
      for (const id of frame.removed) {
        next.delete(id);
        touched.add(id);
      }
      if (frame.full) for (const id of before?.keys() ?? []) touched.add(id);
      if (frame.full) for (const { ring } of entries.values()) ring.clear();
      for (const id of frame.removed) entries.get(id)?.ring.clear();
      for (const points of frame.points) entryOf(points.id).ring.append(points);
      if (frame.full || touched.size > 0) snapshots.set(next);
      for (const id of touched) entries.get(id)?.snapshotListeners.tell();
      for (const { id } of frame.points) entries.get(id)?.pointListeners.tell();
    },
  };
}
