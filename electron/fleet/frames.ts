import type { FleetFrame } from '../../shared/model/fleet-frame.ts';
import type { Clock } from '../base/clock.ts';
import { collect, type FrameSource, type Standing } from './frame-contents.ts';

/** Between two frames to one listener: at most four a second. */
const frameMs = 250;
/** The same where the frame before could not hold all that was to be told. */
const restMs = 25;

type Listener = (frame: FleetFrame) => void;

/** Where one listener stands: nothing of the fleet is kept twice. */
interface Subscriber extends Standing {
  readonly listener: Listener;
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

  const tell = (subscriber: Subscriber): void => {
    subscriber.cancel = null;
    subscriber.lastAt = clock.now();
    const { frame, isWhole } = collect(subscriber, [...sources()], clock.wall());
    if (frame !== null) subscriber.listener(frame);
    if (!isWhole && subscribers.has(subscriber)) schedule(subscriber, restMs);
  };
  const schedule = (subscriber: Subscriber, ms = frameMs): void => {
    if (subscriber.cancel !== null) return;
    const delay = Math.max(0, subscriber.lastAt + ms - clock.now());
    subscriber.cancel = clock.after(delay, () => tell(subscriber));
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
        next: 0,
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
