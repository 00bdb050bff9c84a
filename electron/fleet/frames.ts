import type { FleetFrame, ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import type { Clock } from '../base/clock.ts';
import type { PointRing } from './point-ring.ts';

/** Between two frames to one listener: at most four a second. */
const frameMs = 250;

/** What the first frame holds of the past. */
export const fullFrameMs = 5 * 60_000;

/** One proxy as frames see it. `version` rises with every change of what `snapshot` answers. */
export interface FrameSource {
  readonly id: string;
  readonly version: number;
  readonly points: PointRing;
  snapshot(): ProxySnapshot;
}

type Listener = (frame: FleetFrame) => void;

/** Where one listener stands: nothing of the fleet is kept twice. */
interface Subscriber {
  readonly listener: Listener;
  readonly seen: Map<
    string,
    { readonly version: number; readonly written: number; readonly emptied: number }
  >;
  full: boolean;
  lastAt: number;
  cancel: (() => void) | null;
}

export interface Frames {
  /** Something of the fleet changed. Costs nothing while nobody listens. */
  changed(): void;
  /** The first frame is full and comes at once, the others when something changed. Returns unsubscribing. */
  subscribe(listener: Listener): () => void;
  /** Ends every subscription. */
  close(): void;
}

/** Collects what changed into frames, for each listener on its own. */
export function createFrames(clock: Clock, sources: () => Iterable<FrameSource>): Frames {
  const subscribers = new Set<Subscriber>();

  const schedule = (subscriber: Subscriber): void => {
    if (subscriber.cancel !== null) return;
    const delay = Math.max(0, subscriber.lastAt + frameMs - clock.now());
    subscriber.cancel = clock.after(delay, () => {
      subscriber.cancel = null;
      subscriber.lastAt = clock.now();
      const frame = collect(subscriber, sources, clock.wall());
      if (frame !== null) subscriber.listener(frame);
    });
  };
  const drop = (subscriber: Subscriber): void => {
    subscriber.cancel?.();
    subscribers.delete(subscriber);
  };
  return {
    changed() {
      for (const subscriber of subscribers) schedule(subscriber);
    },
    subscribe(listener) {
      const subscriber: Subscriber = {
        listener,
        seen: new Map(),
        full: true,
        lastAt: Number.NEGATIVE_INFINITY,
        cancel: null,
      };
      subscribers.add(subscriber);
      schedule(subscriber);
      return () => drop(subscriber);
    },
    close() {
      for (const subscriber of [...subscribers]) drop(subscriber);
    },
  };
}

/** What this listener has not seen yet, or null when that is nothing. */
function collect(
  subscriber: Subscriber,
  sources: () => Iterable<FrameSource>,
  at: number,
): FleetFrame | null {
  const { seen, full } = subscriber;
  const frame: FleetFrame = { at, full, proxies: [], points: [], removed: [] };
  let count = 0;
  for (const source of sources()) {
    count++;
    const before = seen.get(source.id);
    const { version, points } = source;
    const { written, emptied } = points;
    // It leads to another proxy now: what was told of the one before is taken back, and it begins anew.
    const isAnother = before !== undefined && before.emptied !== emptied;
    if (isAnother) frame.removed.push(source.id);
    if (before?.version !== version || isAnother) frame.proxies.push(source.snapshot());
    if ((before?.written ?? 0) !== written) {
      frame.points.push({ id: source.id, ...points.after(before?.written ?? 0, at - fullFrameMs) });
    }
    if (before?.version !== version || before.written !== written || isAnother) {
      seen.set(source.id, { version, written, emptied });
    }
  }
  // All that are there have been seen by now; whatever else was is gone.
  if (seen.size > count) {
    const there = new Set(Array.from(sources(), ({ id }) => id));
    for (const id of seen.keys()) {
      if (there.has(id)) continue;
      seen.delete(id);
      frame.removed.push(id);
    }
  }
  subscriber.full = false;
  const empty =
    frame.proxies.length === 0 && frame.points.length === 0 && frame.removed.length === 0;
  return empty && !full ? null : frame;
}
