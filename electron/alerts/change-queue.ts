import type { Clock } from '../base/clock.ts';

/** So many changes are done where they come up, each time in so many milliseconds; the others wait for their turn. */
const atOnce = 20;
const windowMs = 50;
/** So many of those that wait are done together, and so many milliseconds lie between two turns: neither polls nor windows wait for thousands. */
const together = 60;
const pauseMs = 5;

export interface ChangeQueueParts<T> {
  readonly clock: Clock;
  /** What a change is about: of two about the same the second has to find the first one done. */
  readonly subjectOf: (change: T) => string;
  /** Does them together, in their order. */
  readonly apply: (changes: readonly T[]) => void;
}

/** Changes in the order in which they come up: few are done at once, thousands in turns. */
export interface ChangeQueue<T> {
  push(change: T): void;
  /** What was looked at is looked at: what came up may be done. */
  settle(): void;
  /** Does all that wait. */
  drain(): void;
}

export function createChangeQueue<T>(parts: ChangeQueueParts<T>): ChangeQueue<T> {
  const { clock, subjectOf, apply } = parts;
  let waiting: T[] = [];
  let cancel: (() => void) | null = null;
  let window = { from: Number.NEGATIVE_INFINITY, done: 0 };
  const applyOne = (most: number): void => {
    const subjects = new Set<string>();
    const end = waiting.findIndex((change) => {
      const known = subjects.size;
      return subjects.add(subjectOf(change)).size === known;
    });
    const count = Math.min(most, end < 0 ? waiting.length : end);
    const some = waiting.slice(0, count);
    waiting = waiting.slice(count);
    window.done += count;
    apply(some);
  };
  const takeTurn = (): void => {
    cancel = clock.after(pauseMs, () => {
      cancel = null;
      applyOne(together);
      if (waiting.length > 0) takeTurn();
    });
  };
  return {
    push: (change) => waiting.push(change),
    settle() {
      if (cancel !== null) return;
      const now = clock.now();
      if (now - window.from > windowMs) window = { from: now, done: 0 };
      while (waiting.length > 0 && window.done < atOnce) applyOne(atOnce - window.done);
      if (waiting.length > 0) takeTurn();
    },
    drain() {
      cancel?.();
      cancel = null;
      while (waiting.length > 0) applyOne(together);
    },
  };
}
