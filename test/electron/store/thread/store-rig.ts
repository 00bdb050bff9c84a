import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { auditReadsOf, eventsOf, historyOf } from '../../../../electron/store/thread/asked.ts';
import type { OpenStore } from '../../../../electron/store/thread/store-here.ts';
import {
  type StoreThreadParts,
  storeInThread,
} from '../../../../electron/store/thread/store-thread.ts';
import { madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

export const newEvent = {
  at: noon,
  profileId: madrid,
  profileName: 'Madrid',
  kind: 'profile-removed',
  detail: { by: { case: 'unknown' }, folder: '' },
} as const;

/** A store in a thread, closed when the test is over; `faults` is what it told. */
export function setUp(parts: Pick<StoreThreadParts, 'entry' | 'closeMs'> = {}) {
  const directory = temporaryDirectory();
  const { database, close } = openDatabase(directory);
  const path = join(directory, 'console.db');
  const faults: string[] = [];
  const onFault = (what: string) => faults.push(what);
  const store = storeInThread({ database, path, onFault, ...parts });
  onTestFinished(async () => {
    await store.close();
    close();
  });
  return { directory, path, database, store, faults, ...asked(store) };
}

export const asked = (store: OpenStore) => ({
  history: historyOf(store),
  events: eventsOf(store),
  audit: auditReadsOf(store),
});
export const keptIn = (database: DatabaseSync) =>
  Number(database.prepare('SELECT total(count) AS n FROM recent').get()?.n);
export const seconds = (count: number, from = noon) =>
  Array.from({ length: count }, (_, n) => sample(from + n * 1000));
export const whole = { id: madrid, from: noon - 1, to: noon + 86_400_000, points: 1000 };
