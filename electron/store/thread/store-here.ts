import type { DatabaseSync } from 'node:sqlite';
import { storing } from '../database/database-access.ts';
import { type CallerEnd, createCaller, type StoreCaller } from './caller.ts';
import { createStoreHandlers, type StoreHandlers } from './handlers.ts';
import { serveStore } from './store-end.ts';

/** What closing may take, milliseconds: another process may hold the lock for as long as it likes, and each write waits for it. */
export const usualCloseMs = 10_000;

/** A store that can be closed. */
export interface OpenStore extends StoreCaller, Pick<CallerEnd, 'waiting'> {
  /**
   * Resolves when all is on the disk that was to be written; what only reads rejects with `cancelled`. In bounded time: what could not be written by
   * then rejects with `storage-failed`, and `onFault` hears how many that were.
   */
  close(): Promise<void>;
}

export interface StoreParts {
  readonly database: DatabaseSync;
  /** Hears what was not to be, such as calls that could not be written. */
  readonly onFault: (what: string, error: unknown) => void;
  /** Milliseconds; `usualCloseMs` where nothing is said. */
  readonly closeMs?: number;
}

/**
 * The store in the thread of its callers, on a connection that stays open when it is closed: for a database in memory, which no other connection
 * can see, and where there is no thread to be had. The same order of work, the same answers.
 */
export function storeHere({ database, onFault, closeMs = usualCloseMs }: StoreParts): OpenStore {
  const path = database.location() ?? '';
  const closed = Promise.withResolvers<void>();
  let handlers: StoreHandlers | null = null;
  const caller: CallerEnd = createCaller(path, (message) => end.receive(message));
  const end = serveStore(
    () => {
      handlers ??= storing(database, () => createStoreHandlers(database));
      return handlers;
    },
    caller.hear,
    closed.resolve,
  );
  const close = async (): Promise<void> => {
    end.receive({ kind: 'close' });
    const late = setTimeout(end.abandon, closeMs);
    await closed.promise;
    clearTimeout(late);
    const lost = caller.over('busy', 'behind');
    if (lost > 0) onFault(unwritten(lost), null);
  };
  let whenClosed: Promise<void> | null = null;
  return {
    call: caller.call,
    waiting: caller.waiting,
    close() {
      caller.close();
      whenClosed ??= close();
      return whenClosed;
    },
  };
}

/** What is told where calls were lost. */
export function unwritten(calls: number): string {
  return `the store was closed before all was written: ${calls} lost`;
}
