import { type Clock, systemClock } from '../base/clock.ts';

export interface RaceOptions<T> {
  /** How long an attempt runs alone before the next begins beside it, milliseconds. */
  readonly headStartMs: number;
  /** Is given what an attempt came to after all when another had won, to end it. */
  readonly onLate: (value: T) => void;
  /** Begins no more, and rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock;
}

/**
 * Tries one after the other, each with a head start before the next (RFC 8305 section 5), and answers with the first that succeeds. One that
 * fails lets the next begin at once; where the first succeeds within its head start no other is begun. An attempt is given a signal, which
 * fires when its success is of no more use; whether it can be stopped by then is its own business. Rejects with an `AggregateError` of what each
 * failed by, in their order, when all have failed.
 */
export function firstToSucceed<A, T>(
  candidates: readonly A[],
  begin: (candidate: A, lost: AbortSignal) => Promise<T>,
  { headStartMs, onLate, signal, clock = systemClock }: RaceOptions<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const waiting = [...candidates.entries()];
    const errors: unknown[] = [];
    const lost = new AbortController();
    let running = 0;
    let over = false;
    let cancelTimer = (): void => {};

    /** `losing`: attempts that run and are of no more use. */
    const end = (losing: number): void => {
      over = true;
      cancelTimer();
      signal?.removeEventListener('abort', abort);
      // Its reason would be an error with a stack, for each of thousands that had no rival.
      if (losing > 0) lost.abort();
    };
    const abort = (): void => {
      end(running);
      reject(signal?.reason);
    };
    const beginNext = (): void => {
      cancelTimer();
      const entry = waiting.shift();
      if (entry === undefined) {
        if (running > 0) return;
        end(0);
        reject(new AggregateError(errors));
        return;
      }
      const [index, candidate] = entry;
      if (waiting.length > 0) cancelTimer = clock.after(headStartMs, beginNext);
      running++;
      begin(candidate, lost.signal).then(
        (value) => {
          if (over) {
            onLate(value);
            return;
          }
          end(running - 1);
          resolve(value);
        },
        (error: unknown) => {
          running--;
          errors[index] = error;
          if (!over) beginNext();
        },
      );
    };

    if (signal?.aborted) {
      abort();
      return;
    }
    signal?.addEventListener('abort', abort, { once: true });
    beginNext();
  });
}
