import type { Clock } from '../base/clock.ts';

/** What is begun in one turn of the event loop at most: an attempt to connect takes some tenths of a millisecond of it. */
const atOnce = 50;
/** No more is begun in a turn that takes so long already, milliseconds: on a slow machine, or a busy one. */
const mostMs = 10;

/** Does for each of many what must not be done for thousands in one turn of the event loop, in which no poll would be answered. */
export interface Slices {
  /** The first ones at once, the others after that, in their order. */
  run<T>(items: Iterable<T>, task: (item: T) => void): void;
  /** Nothing more is done. */
  end(): void;
}

export function createSlices(clock: Pick<Clock, 'after' | 'now'>): Slices {
  const waiting = new Set<() => void>();
  return {
    run(items, task) {
      const all = [...items];
      let next = 0;
      const slice = (): void => {
        const begun = clock.now();
        for (const item of all.slice(next, next + atOnce)) {
          task(item);
          next++;
          if (clock.now() - begun >= mostMs) break;
        }
        if (next >= all.length) return;
        const cancel = clock.after(0, () => {
          waiting.delete(cancel);
          slice();
        });
        waiting.add(cancel);
      };
      slice();
    },
    end() {
      for (const cancel of waiting) cancel();
      waiting.clear();
    },
  };
}
