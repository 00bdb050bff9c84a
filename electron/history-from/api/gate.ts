import { createWaitingLine } from '../../base/waiting-line.ts';

/** Lets so many tasks run at once; others wait, in their order. One whose signal fires while it waits never runs: it rejects with the reason. */
export function createGate(
  limit: number,
): <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  let running = 0;
  const line = createWaitingLine();
  const place = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (running < limit) {
      running++;
      return Promise.resolve();
    }
    return line.wait(signal);
  };
  const leavePlace = (): void => {
    // A place that is handed over stays taken.
    if (!line.next()) running--;
  };
  return async (task, signal) => {
    await place(signal);
    try {
      return await task();
    } finally {
      leavePlace();
    }
  };
}
