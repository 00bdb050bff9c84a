import type { Clock } from './clock.ts';

/** A clock of a part that ends before those that tell it something: no task runs after `end`, whenever it was set. */
export interface EndingClock extends Clock {
  end(): void;
}

export function createEndingClock(clock: Clock): EndingClock {
  const waiting = new Set<() => void>();
  let ended = false;
  return {
    wall: () => clock.wall(),
    now: () => clock.now(),
    after(milliseconds, task) {
      if (ended) return () => {};
      const stop = clock.after(milliseconds, () => {
        waiting.delete(cancel);
        task();
      });
      const cancel = (): void => {
        waiting.delete(cancel);
        stop();
      };
      waiting.add(cancel);
      return cancel;
    },
    end() {
      ended = true;
      for (const cancel of [...waiting]) cancel();
    },
  };
}
