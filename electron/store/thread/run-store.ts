import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../database/connect.ts';
import { storageError } from '../storage-error.ts';
import { giveWay } from './give-way.ts';
import { createStoreHandlers, type StoreHandlers } from './handlers.ts';
import type { ToStore } from './messages.ts';
import { serveStore } from './store-end.ts';

/** What runs in the thread of the store; `workerData` is the path of its database. */
const path = String(workerData);
giveWay();
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
// What was asked is not known, so that its caller would wait for ever; the end of the thread is told.
parentPort?.on('messageerror', (error) => {
  throw error;
});

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
