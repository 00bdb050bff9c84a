import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import { type CallerEnd, createCaller } from './caller.ts';
import type { FromStore, ToStore } from './messages.ts';
import { type OpenStore, storeHere } from './store-here.ts';

/** Threads that end without having answered anything, one after the other, until it is done without. */
const mostInVain = 3;

/** Pages in the journal; SQLite's own. */
const usualCheckpoint = 1000;

export interface StoreThreadParts {
  /** Where its calls are done if there is no thread to be had; of the same file. */
  readonly database: DatabaseSync;
  /** The file. */
  readonly path: string;
  /** Hears that a thread ended that was not to. */
  readonly onFault: (what: string, error: unknown) => void;
  /** What runs in the thread. */
  readonly entry?: URL;
}

/**
 * The store in a thread of its own, with a connection of its own: whatever it reads, rolls up or writes back keeps no poll waiting. A thread that
 * ends fails what was asked of it, and the next call starts another; what was answered is on the disk.
 */
export function storeInThread(parts: StoreThreadParts): OpenStore {
  const { path, database, onFault } = parts;
  const entry = parts.entry ?? new URL('./run-store.ts', import.meta.url);
  let worker: Worker | null = null;
  let here: OpenStore | null = null;
  let inVain = 0;
  let closing: Promise<void> | null = null;

  // Writing the journal back takes a sync of the disk or two: the thread, which commits every second, does it.
  database.exec('PRAGMA wal_autocheckpoint = 0');
  const start = (): Worker => {
    const started = new Worker(entry, { workerData: path, name: 'store' });
    // What keeps the app running are its windows and sessions.
    started.unref();
    let why: unknown = null;
    inVain++;
    started.on('message', (message: FromStore) => {
      inVain = 0;
      caller.hear(message);
    });
    started.on('error', (error) => {
      why = error;
    });
    started.on('exit', (code) => {
      if (worker === started) worker = null;
      if (closing === null) {
        const error = new Error(`the thread of the store ended (${code})`, { cause: why });
        onFault('the thread of the store ended', error);
        caller.failAll(error);
      } else caller.failAll(cancelled());
    });
    return started;
  };
  const send = (message: ToStore): void => {
    if (message.kind === 'cancel') worker?.postMessage(message);
    else {
      worker ??= start();
      worker.postMessage(message);
    }
  };
  const caller: CallerEnd = createCaller(path, send);
  return {
    call(name, input, signal, onProgress) {
      if (closing !== null) return Promise.reject(cancelled());
      if (worker === null && here === null && inVain >= mostInVain) {
        onFault('there is no thread for the store: it goes on without', null);
        database.exec(`PRAGMA wal_autocheckpoint = ${usualCheckpoint}`);
        here = storeHere(database);
      }
      return (here ?? caller).call(name, input, signal, onProgress);
    },
    close() {
      closing ??= here === null ? end(worker) : here.close();
      return closing;
    },
  };
}

/** Resolves when the thread has ended, which it does once it has written all. */
function end(worker: Worker | null): Promise<void> {
  if (worker === null) return Promise.resolve();
  return new Promise((resolve) => {
    worker.ref();
    worker.once('exit', () => resolve());
    worker.postMessage({ kind: 'close' } satisfies ToStore);
  });
}

function cancelled(): AppError {
  return new AppError('cancelled', { case: 'window' });
}
