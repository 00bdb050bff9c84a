import type { DatabaseSync } from 'node:sqlite';
import { type OpenStore, storeHere } from './store-here.ts';
import { storeInThread } from './store-thread.ts';

/** In a thread where the database is a file, else in this one. `onFault` hears what was not to be: that a thread ended, or that calls were lost. */
export function openStore(
  database: DatabaseSync,
  onFault: (what: string, error: unknown) => void,
): OpenStore {
  const path = database.location();
  return path === null
    ? storeHere({ database, onFault })
    : storeInThread({ database, path, onFault });
}
