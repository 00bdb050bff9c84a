/** Lets so many tasks run at once; others wait, in their order. One whose signal fires while it waits never runs: it rejects with the reason. */
export function createGate(
  limit: number,
): <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  let running = 0;
  const waiting = new Set<() => void>();
  const place = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (running < limit) {
      running++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.delete(enter);
        reject(signal.reason);
      };
      waiting.add(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  };
  const leavePlace = (): void => {
    const [next] = waiting;
    if (next === undefined) running--;
    else {
      waiting.delete(next);
      next();
    }
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
