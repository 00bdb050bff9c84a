import type { ErrorValue } from '../../../shared/errors.ts';
import type { Target } from '../../transport/transport.ts';
import { returnAfter } from '../policy.ts';
import type { LinkParts } from './parts.ts';

export interface WaitOptions {
  /** Milliseconds until the next attempt is due. */
  readonly delay: number;
  /** Milliseconds for which the proxy has not been reached, over all attempts. */
  readonly awayMs: number;
  /** What ended the last attempt, or the session after it. */
  readonly why: ErrorValue;
  /** The last attempt was begun because the proxy had called back, and failed all the same: only another silence counts. */
  readonly calledBack: boolean;
}

/**
 * Waits for the next attempt, less long where the proxy can be reached again before it is due: then `again` is told that it called back.
 * Returns cancelling, which is to be called in either case.
 */
export function waitForNextAttempt(
  { clock, returns }: Pick<LinkParts, 'clock' | 'returns'>,
  target: Target,
  { delay, awayMs, why, calledBack }: WaitOptions,
  again: (calledBack: boolean) => void,
): () => void {
  const cancelTimer = clock.after(delay, () => again(false));
  const watch = new AbortController();
  const sought = returnAfter(why);
  if (returns !== undefined && sought !== null) {
    const wasSilent = sought === 'silent' && !calledBack;
    void returns.back(target, { signal: watch.signal, wasSilent, awayMs }).then(
      () => {
        if (!watch.signal.aborted) again(true);
      },
      // Cancelled, or nothing to ask: the wait goes on as it was.
      () => {},
    );
  }
  return () => {
    cancelTimer();
    watch.abort();
  };
}
