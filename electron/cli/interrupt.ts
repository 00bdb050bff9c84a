/** What asks a command to end: the terminal, a service manager, a terminal that was closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** After this many milliseconds the user is told what is still waited for. */
const slowMs = 500;

/** A signal that follows the first one by less is the same one: with npm in between Ctrl+C arrives from the terminal and again from npm. */
const repeatMs = 500;

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Fires it without a signal of the system. */
  interrupt(): void;
}

/**
 * Fires at the first signal. A second one meets the system's own handling, which ends the process at once; `onSlow` is called where the end
 * takes a while.
 */
export function createInterrupt(process: NodeJS.Process, onSlow: () => void): Interrupt {
  const controller = new AbortController();
  const interrupt = () => controller.abort();
  let firstAt: number | null = null;
  const onSignal = (name: NodeJS.Signals) => {
    if (firstAt === null) {
      firstAt = performance.now();
      // Does not keep the process.
      setTimeout(onSlow, slowMs).unref();
      interrupt();
    } else if (performance.now() - firstAt >= repeatMs) {
      for (const signal of signals) process.off(signal, onSignal);
      process.kill(process.pid, name);
    }
  };
  for (const name of signals) process.on(name, onSignal);
  return { signal: controller.signal, interrupt };
}
