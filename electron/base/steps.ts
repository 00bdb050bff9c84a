import { setImmediate } from 'node:timers/promises';

/** What is done a part at a time: others may have their turn at each `yield`. */
export type Steps<T> = Generator<void, T>;

/** With a turn of the event loop for others at each pause. Rejects with the reason of the signal. */
export async function inTurns<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
    signal.throwIfAborted();
  }
}

/** Without a pause. */
export function toEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
