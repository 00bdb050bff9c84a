import { Worker } from 'node:worker_threads';
import { storing } from '../database/database-access.ts';
import { requirePlace } from '../database/place.ts';
import { type CallerEnd, createCaller } from './caller.ts';
import type { FromStore, ToStore } from './messages.ts';
import {
  type OpenStore,
  type StoreParts,
  storeHere,
  unwritten,
  usualCloseMs,
} from './store-here.ts';

/** Threads that could not be begun, or ended without having answered anything, one after the other, until it is done without. */
const mostInVain = 3;

/** Of what is new on its heap it would keep ten times as much; what it reads and writes is soon done with. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/** Pages in the journal; SQLite's own. */
const usualCheckpoint = 1000;

/** `database`: where its calls are done if there is no thread to be had; of the same file. */
export interface StoreThreadParts extends StoreParts {
  /** The file. */
  readonly path: string;
  /** What runs in the thread. */
  readonly entry?: URL;
}

/**
 * The store in a thread of its own, with a connection of its own: whatever it reads, rolls up or writes back keeps no poll waiting. A thread that
 * ends fails what was asked of it, and the next call starts another; what was answered is on the disk.
 */
export function storeInThread(parts: StoreThreadParts): OpenStore {
  const { path, database, onFault, closeMs = usualCloseMs } = parts;
  const entry = parts.entry ?? new URL('./run-store.ts', import.meta.url);
  let worker: Worker | null = null;
  let here: OpenStore | null = null;
  let inVain = 0;
  let closing: Promise<void> | null = null;
  let isLate = false;

  // Writing the journal back takes a sync of the disk or two: the thread, which commits every second, does it.
  database.exec('PRAGMA wal_autocheckpoint = 0');
  const begin = (): Worker => {
    // It would begin another file of that name, an empty one.
    storing(database, () => requirePlace(database));
    inVain++;
    try {
      return new Worker(entry, { workerData: path, name: 'store', resourceLimits });
    } catch (error) {
      onFault('there is no thread for the store to be had', error);
      throw error;
    }
  };
  const ended = (code: number, why: unknown): void => {
    const error = new Error(`the thread of the store ended (${code})`, { cause: why });
    if (closing === null) {
      onFault('the thread of the store ended', error);
      caller.failAll(error);
      return;
    }
    const lost = isLate ? caller.over('busy', 'behind') : caller.over('other', 'ended');
    if (code !== 0 || lost > 0) onFault(unwritten(lost), error);
  };
  const start = (): Worker => {
    const started = begin();
    // What keeps the app running are its windows and sessions.
    started.unref();
    let why: unknown = null;
    started.on('message', (message: FromStore) => {
      inVain = 0;
      caller.hear(message);
    });
    started.on('error', (error) => {
      why = error;
    });
    // Whose answer it was is not known, and that call would wait for ever.
    started.on('messageerror', (error) => {
      why = error;
      void started.terminate();
    });
    started.on('exit', (code) => {
      if (worker === started) worker = null;
      ended(code, why);
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
  /** Resolves when the thread has ended, which it does once it has written all, or when it is late. */
  const end = (last: Worker | null): Promise<void> => {
    if (last === null) return Promise.resolve();
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        isLate = true;
        void last.terminate();
      }, closeMs);
      last.ref();
      last.once('exit', () => {
        clearTimeout(late);
        resolve();
      });
      last.postMessage({ kind: 'close' } satisfies ToStore);
    });
  };
  return {
    call(name, input, signal, onProgress) {
      if (worker === null && here === null && inVain >= mostInVain && closing === null) {
        onFault('there is no thread for the store: it goes on without', null);
        database.exec(`PRAGMA wal_autocheckpoint = ${usualCheckpoint}`);
        here = storeHere(parts);
      }
      return (here ?? caller).call(name, input, signal, onProgress);
    },
    waiting: () => caller.waiting() + (here?.waiting() ?? 0),
    close() {
      caller.close();
      closing ??= here === null ? end(worker) : here.close();
      return closing;
    },
  };
}
