/** Ctrl+C in a terminal reaches this process and whatever started it, which may pass it on: that is one wish, not two. */
const sameWishMs = 1000;
/** What is left running after a bug may keep the process: it has so long to end in order, milliseconds. */
const afterBugMs = 10_000;

/**
 * Resolves when the process is asked to end, or has to: a bug was thrown that nobody caught, which `onBug` takes. Asked again later,
 * the process ends at once. After a bug it ends by itself, at the latest after ten seconds, with the exit code that `onBug` left, or 1.
 */
export function askedToEnd(
  onBug: (error: unknown) => void,
  signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'],
): Promise<void> {
  return new Promise((resolve) => {
    let first = Number.NaN;
    let bounded: NodeJS.Timeout | null = null;
    for (const signal of signals) {
      process.on(signal, () => {
        if (Number.isNaN(first)) first = performance.now();
        else if (performance.now() - first > sameWishMs)
          process.exit(bounded === null ? 130 : (process.exitCode ?? 1));
        resolve();
      });
    }
    process.on('uncaughtException', (error) => {
      if (Number.isNaN(first)) first = performance.now();
      bounded ??= setTimeout(() => process.exit(process.exitCode ?? 1), afterBugMs).unref();
      onBug(error);
      resolve();
    });
  });
}
