/**
 * Runs a task for each item, in their order, so many at a time. Once the signal has fired no further one is begun. Resolves when all that were begun
 * have ended; rejects with the first that a task rejected with, and begins no further one then.
 */
export async function sideBySide<T>(
  items: readonly T[],
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
  task: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < items.length && !signal.aborted && !failed) {
      const item = items[next++] as T;
      try {
        await task(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(
    Array.from({ length: Math.min(limit, items.length) }, work),
  );
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}
