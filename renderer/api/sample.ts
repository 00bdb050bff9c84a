import type { Delay } from './delay.ts';
import type { Readable } from './store.ts';

/**
 * Hears the store at most once in `ms`: at once after a quiet time, else when the time is over. For views of the whole fleet, which changes
 * with every reading of any proxy. Returns unsubscribing.
 */
export function sample<T>(
  store: Readable<T>,
  ms: number,
  listener: (value: T) => void,
  delay: Delay = (after, task) => setTimeout(task, after),
): () => void {
  let resting = false;
  let missed = false;
  let stopped = false;
  const tell = (): void => {
    if (stopped) return;
    if (resting) {
      missed = true;
      return;
    }
    resting = true;
    missed = false;
    delay(ms, () => {
      resting = false;
      if (missed) tell();
    });
    listener(store.get());
  };
  const unsubscribe = store.subscribe(tell);
  return () => {
    stopped = true;
    unsubscribe();
  };
}
