import type { Profile } from '../../../shared/model/profile.ts';
import type { LinkParts } from './parts.ts';

export interface WaitOptions {
  /** Milliseconds until the next attempt is due. */
  readonly delay: number;
  /** Whether the proxy was silent at the last attempt, for `ReturnWatch`; null where its return is not worth watching for. */
  readonly wasSilent: boolean | null;
}

/**
 * Waits for the next attempt, less long where the proxy can be reached again before it is due: then `again` is told that it called back.
 * Returns cancelling, which is to be called in either case.
 */
export function waitForNextAttempt(
  { clock, returns }: Pick<LinkParts, 'clock' | 'returns'>,
  profile: Profile,
  { delay, wasSilent }: WaitOptions,
  again: (calledBack: boolean) => void,
): () => void {
  const cancelTimer = clock.after(delay, () => again(false));
  const watch = new AbortController();
  if (returns !== undefined && wasSilent !== null) {
    void returns.back(profile, { signal: watch.signal, wasSilent }).then(
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
