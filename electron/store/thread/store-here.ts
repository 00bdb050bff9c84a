import type { DatabaseSync } from 'node:sqlite';
import { type CallerEnd, createCaller, type StoreCaller } from './caller.ts';
import { createStoreHandlers } from './handlers.ts';
import { serveStore } from './store-end.ts';

/** A store that can be closed. */
export interface OpenStore extends StoreCaller {
  /** Resolves when all is on the disk that was to be written; what only reads rejects with `cancelled`. Nothing is to be asked any more. */
  close(): Promise<void>;
}

/**
 * The store in the thread of its callers, on a connection that stays open when it is closed: for a database in memory, which no other connection
 * can see, and where there is no thread to be had. The same order of work, the same answers.
 */
export function storeHere(database: DatabaseSync): OpenStore {
  const handlers = createStoreHandlers(database);
  const closed = Promise.withResolvers<void>();
  const caller: CallerEnd = createCaller(database.location() ?? '', (message) =>
    end.receive(message),
  );
  const end = serveStore(() => handlers, caller.hear, closed.resolve);
  return {
    call: caller.call,
    close() {
      end.receive({ kind: 'close' });
      return closed.promise;
    },
  };
}
