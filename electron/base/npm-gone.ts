/** Between two looks, milliseconds. */
const lookMs = 500;

/** As this process was started: npm may be gone before anybody asks. */
const parent = process.ppid;

/**
 * Calls back once npm, where it started this process, has ended: npm passes a signal to its shell, which ends and tells nobody. Does not
 * keep the process.
 */
export function whenNpmIsGone(task: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    task();
  }, lookMs);
  timer.unref();
}
