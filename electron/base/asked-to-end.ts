/** Ctrl+C in a terminal reaches this process and whatever started it, which may pass it on: that is one wish, not two. */
const sameWishMs = 1000;

/**
 * Resolves when the process is asked to end, or has to: a bug was thrown that nobody caught, which `onBug` takes. Asked again later,
 * the process ends at once.
 */
export function askedToEnd(
  onBug: (error: unknown) => void,
  signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'],
): Promise<void> {
  return new Promise((resolve) => {
    let first = Number.NaN;
    for (const signal of signals) {
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
