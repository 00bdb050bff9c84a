/** Those who wait for their turn, in the order in which they came. */
export interface WaitingLine {
  /** Resolves when `next` calls. Rejects with the signal's reason, out of the line, when it fires first. */
  wait(signal: AbortSignal): Promise<void>;
  /** Calls whoever waits longest; false where nobody waits. */
  next(): boolean;
}

export function createWaitingLine(): WaitingLine {
  const waiting = new Set<() => void>();
  return {
    wait: (signal) =>
      new Promise((resolve, reject) => {
        const enter = (): void => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        };
        const giveUp = (): void => {
          waiting.delete(enter);
          reject(signal.reason);
        };
        waiting.add(enter);
        signal.addEventListener('abort', giveUp, { once: true });
      }),
    next() {
      const [enter] = waiting;
      if (enter === undefined) return false;
      waiting.delete(enter);
      enter();
      return true;
    },
  };
}
