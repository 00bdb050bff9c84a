/** What became of one of several that were done at once. */
export type Ended<R> = { readonly value: R } | { readonly error: unknown };

/**
 * Gathers what is asked for in one turn of the event loop, and does it at once, so many at most, in the order in which it was asked for. What `run`
 * throws, all of them reject with.
 */
export function createBatch<T, R>(
  limit: number,
  run: (items: readonly T[]) => readonly Ended<R>[],
): (item: T) => Promise<R> {
  interface Waiting {
    readonly item: T;
    readonly resolve: (value: R) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  const runNext = (): void => {
    const batch = waiting.slice(0, limit);
    waiting = waiting.slice(limit);
    if (waiting.length > 0) setImmediate(runNext);
    try {
      const ended = run(batch.map(({ item }) => item));
      for (const [n, { resolve, reject }] of batch.entries()) {
        const one = ended[n];
        if (one === undefined) reject(new RangeError('the batch has no answer for it'));
        else if ('error' in one) reject(one.error);
        else resolve(one.value);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  return (item) =>
    new Promise((resolve, reject) => {
      // Behind the answers of the network that came in this turn, whose askers want the same.
      if (waiting.length === 0) setImmediate(runNext);
      waiting.push({ item, resolve, reject });
    });
}
