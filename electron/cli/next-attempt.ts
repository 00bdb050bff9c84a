import { systemClock as clock } from '../base/clock.ts';
import { type WaitOptions, waitForNextAttempt } from '../fleet/link/wait.ts';
import type { ReturnWatch } from '../transport/return/return-watch.ts';
import type { Target } from '../transport/transport.ts';

/** Waits for the next attempt as the app does, or until the signal fires. Whether the proxy called back before the attempt was due. */
export function nextAttempt(
  returns: ReturnWatch,
  target: Target,
  options: WaitOptions,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (calledBack: boolean): void => {
      cancel();
      signal.removeEventListener('abort', interrupt);
      resolve(calledBack);
    };
    const interrupt = (): void => end(false);
    const cancel = waitForNextAttempt({ clock, returns }, target, options, end);
    signal.addEventListener('abort', interrupt, { once: true });
    if (signal.aborted) interrupt();
  });
}
