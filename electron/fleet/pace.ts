import type { Clock } from '../base/clock.ts';
import { createWaitingLine } from '../base/waiting-line.ts';

/** What is begun in one turn of the event loop: at the start, and at most. A login takes about a millisecond, spread over some turns. */
const allowed = { first: 40, most: 50 };
/** A turn that took less leaves room for more, and one that took longer for half of it, milliseconds. */
const turnMs = { short: 5, long: 10 };

/**
 * Lets so many begin in each turn of the event loop as leave it short: what a turn took says how many more fit into the next. What one has begun goes
 * on in later turns, where the answers to thousands that began at once would keep every poll waiting.
 */
export interface Pace {
  /** Resolves when there is time to begin, in the order of asking. Rejects with the signal's reason when it fires first. */
  wait(signal: AbortSignal): Promise<void>;
}

export function createPace(clock: Pick<Clock, 'after' | 'now'>): Pace {
  const line = createWaitingLine();
  let allowance = allowed.first;
  let left = allowance;
  /** A turn that is looked at follows. */
  let watches = false;

  const watch = (): void => {
    watches = true;
    const asked = clock.now();
    clock.after(0, () => {
      watches = false;
      // Whatever the loop did in between; the shortest timer of the system takes a millisecond of it.
      const took = clock.now() - asked;
      if (took > turnMs.long) allowance = Math.max(1, allowance >> 1);
      else if (took < turnMs.short) allowance = Math.min(allowed.most, allowance + 1);
      left = allowance;
      while (left > 0 && line.next()) left--;
      if (left < allowance) watch();
    });
  };
  return {
    async wait(signal) {
      signal.throwIfAborted();
      if (!watches) watch();
      if (left > 0) {
        left--;
        return;
      }
      await line.wait(signal);
    },
  };
}
