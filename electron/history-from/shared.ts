interface UnderWay<T> {
  readonly result: Promise<T>;
  readonly stop: AbortController;
  waiting: number;
}

/**
 * Tasks that those who want the same thing at once share, by its key. Whose signal fires waits no more, and gets its reason; a task for which nobody
 * waits any more is cancelled.
 */
export function createShared<T>(): (
  key: string,
  task: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
) => Promise<T> {
  const underWay = new Map<string, UnderWay<T>>();
  const begin = (key: string, task: (signal: AbortSignal) => Promise<T>): UnderWay<T> => {
    const stop = new AbortController();
    const begun: UnderWay<T> = { result: task(stop.signal), stop, waiting: 0 };
    underWay.set(key, begun);
    const forget = (): void => {
      if (underWay.get(key) === begun) underWay.delete(key);
    };
    begun.result.then(forget, forget);
    return begun;
  };
  return (key, task, signal) => {
    signal.throwIfAborted();
    const shared = underWay.get(key) ?? begin(key, task);
    shared.waiting++;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason);
        if (--shared.waiting > 0) return;
        // Whoever asks from now on begins anew.
        if (underWay.get(key) === shared) underWay.delete(key);
        shared.stop.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      shared.result.finally(() => signal.removeEventListener('abort', leave)).then(resolve, reject);
    });
  };
}
