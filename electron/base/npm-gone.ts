/** Between two looks, milliseconds. */
const lookMs = 500;

/**
 * Calls back once npm, where it started this process, has ended: npm passes a signal to its shell, which ends and tells nobody. Does not
 * keep the process.
 */
export function whenNpmIsGone(task: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    task();
  }, lookMs);
  timer.unref();
}
