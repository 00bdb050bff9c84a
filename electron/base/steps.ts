import { setImmediate } from 'node:timers/promises';

/** What is done a part at a time: others may have their turn at each `yield`. */
export type Steps<T> = Generator<void, T>;

/** Without a pause. */
export function toEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** With a turn of the event loop at each pause; rejects with the reason of the signal, and has then ended. */
export async function inTurns<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  try {
    for (;;) {
      signal.throwIfAborted();
      const step = steps.next();
      if (step.done) return step.value;
      await setImmediate();
    }
  } finally {
    steps.return(undefined as never);
  }
}
