import { type Clock, systemClock } from './clock.ts';

/** The time that a step has, and what its end comes to. */
interface Time<T> {
  readonly ms: number;
  /** Answers in place of the step, or throws. */
  readonly onTimeout: () => T;
}

/** What ends a wait before the step does; without `ms` the signal alone. */
export type Limits<T> = (Time<T> | { readonly ms?: undefined }) & {
  readonly signal?: AbortSignal | undefined;
  /** Makes what to reject with when the signal fires; its reason unless told. */
  readonly onAbort?: () => Error;
  /** Is given what the step came to after all when nobody waited for it any more, to release it. */
  readonly onLate?: (value: T) => void;
  readonly clock?: Clock;
};

/**
 * Runs a step in bounded time. It is given a signal of its own, which fires when the wait ends without its value, by time, by the caller's
 * signal or because it failed: with it the step ends whatever it began. It is not waited for then, since some steps cannot be stopped (a
 * name's look-up), and that it fails later on is of no more interest. A signal that has fired already keeps it from beginning. Neither timer
 * nor listener outlives the wait. Rejects with what the step, `onTimeout` or `onAbort` throws or makes.
 */
export function within<T>(
  step: (signal: AbortSignal) => Promise<T>,
  limits: Limits<T>,
): Promise<T> {
  const { signal, clock = systemClock } = limits;
  return new Promise((resolve, reject) => {
    const stepEnds = new AbortController();
    let waiting = true;
    let cancelTimer = (): void => {};
    /** The first to call it decides what the wait comes to. */
    const leave = (): void => {
      waiting = false;
      cancelTimer();
      signal?.removeEventListener('abort', abort);
    };
    const fail = (error: unknown): void => {
      leave();
      reject(error);
      stepEnds.abort(error);
    };
    const abort = (): void => fail(limits.onAbort?.() ?? signal?.reason);
    const timeOut = ({ onTimeout }: Time<T>): void => {
      try {
        resolve(onTimeout());
        leave();
        stepEnds.abort();
      } catch (error) {
        fail(error);
      }
    };

    if (signal?.aborted) {
      abort();
      return;
    }
    signal?.addEventListener('abort', abort, { once: true });
    if (limits.ms !== undefined) cancelTimer = clock.after(limits.ms, () => timeOut(limits));
    run(step, stepEnds.signal).then(
      (value) => {
        if (!waiting) {
          limits.onLate?.(value);
          return;
        }
        leave();
        resolve(value);
      },
      (error: unknown) => {
        if (waiting) fail(error);
      },
    );
  });
}

/** Begins at once; what a step throws before its first wait is a rejection, too. */
async function run<T>(step: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  return step(signal);
}
