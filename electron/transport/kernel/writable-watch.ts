/** Waits in one call of `poll` on a thread, whatever the number of descriptors. Answers the count of those that are ready, -1 on failure. */
type Poll = (fds: Uint8Array, count: number, timeoutMs: number) => Promise<number>;

/** Hears once that a descriptor can be written or has failed; `error` where it cannot be watched. */
type OnWritable = (error: Error | null) => void;

/** Watches a descriptor. Returns cancelling, which comes before the descriptor is closed. */
export type WatchWritable = (fd: number, onWritable: OnWritable) => () => void;

const entrySize = 8;
const pollOut = 4;
/** How long one call may last, milliseconds: what is added meanwhile waits for the next. */
const sliceMs = 100;

/**
 * One thread waits for all sockets that are being connected: with a thread for each, a few silent hosts would take all that there are,
 * and keep the others from being heard.
 */
export function createWritableWatch(poll: Poll): WatchWritable {
  const watched = new Map<number, OnWritable>();
  let running = false;

  const slice = async (): Promise<void> => {
    const entries = [...watched];
    const table = Buffer.alloc(entrySize * entries.length);
    for (const [index, [fd]] of entries.entries()) {
      table.writeInt32LE(fd, entrySize * index);
      table.writeInt16LE(pollOut, entrySize * index + 4);
    }
    await poll(table, entries.length, sliceMs);
    for (const [index, [fd, onWritable]] of entries.entries()) {
      const ready = table.readInt16LE(entrySize * index + 6) !== 0;
      // The number may belong to another socket by now.
      if (!ready || watched.get(fd) !== onWritable) continue;
      watched.delete(fd);
      onWritable(null);
    }
  };
  const run = async (): Promise<void> => {
    running = true;
    try {
      while (watched.size > 0) await slice();
    } catch (error) {
      const told = [...watched.values()];
      watched.clear();
      for (const onWritable of told) onWritable(error as Error);
    } finally {
      running = false;
    }
  };
  return (fd, onWritable) => {
    watched.set(fd, onWritable);
    if (!running) void run();
    return () => {
      if (watched.get(fd) === onWritable) watched.delete(fd);
    };
  };
}
