/** Waits for this many milliseconds, or less when one of the signals fires. Leaves no timer and no listener behind. */
export function pause(milliseconds: number, ...signals: readonly AbortSignal[]): Promise<void> {
  if (signals.some(({ aborted }) => aborted)) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(0, milliseconds));
    for (const signal of signals) signal.addEventListener('abort', end);
  });
}
