/** Ctrl+C in a terminal reaches this process and whatever started it, which may pass it on: that is one wish, not two. */
const sameWishMs = 1000;

/**
 * Resolves when the process is asked to end, or has to: a bug was thrown that nobody caught, which `onBug` takes. Asked again later,
 * the process ends at once.
 */
export function askedToEnd(onBug: (error: unknown) => void): Promise<void> {
  return new Promise((resolve) => {
    let first = Number.NaN;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (Number.isNaN(first)) first = performance.now();
        else if (performance.now() - first > sameWishMs) process.exit(130);
        resolve();
      });
    }
    process.on('uncaughtException', (error) => {
      onBug(error);
      resolve();
    });
  });
}

/** Calls back for every line that is entered, where standard input is a terminal. Returns ending that. */
export function onEnter(task: () => void): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => {};
  stdin.on('data', task);
  return () => {
    stdin.off('data', task);
    stdin.pause();
  };
}

/** Calls back for each SIGUSR2, by which a service is asked for what somebody asks for by Enter at a terminal. Returns ending that. */
export function onRequest(task: () => void): () => void {
  process.on('SIGUSR2', task);
  return () => process.off('SIGUSR2', task);
}
