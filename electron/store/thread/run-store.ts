import { constants, setPriority } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../database/connect.ts';
import { storageError } from '../storage-error.ts';
import { createStoreHandlers, type StoreHandlers } from './handlers.ts';
import type { ToStore } from './messages.ts';
import { serveStore } from './store-end.ts';

/** What runs in the thread of the store; `workerData` is the path of its database. */
const path = String(workerData);
// Where processors are scarce, polls go first. Linux takes this for the thread that says it; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
let open: { readonly database: DatabaseSync; readonly handlers: StoreHandlers } | null = null;

const end = serveStore(
  () => {
    open ??= openStore();
    return open.handlers;
  },
  (message) => parentPort?.postMessage(message),
  () => {
    open?.database.close();
    parentPort?.close();
  },
);
parentPort?.on('message', (message: ToStore) => end.receive(message));

function openStore() {
  try {
    const database = connect(path);
    try {
      return { database, handlers: createStoreHandlers(database) };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw storageError(path, error);
  }
}
