import type { DatabaseSync } from 'node:sqlite';
import { storing, writing } from './database/database-access.ts';
import { isTime } from './database/readable-time.ts';

/** Since when settings deviate from what is intended, over restarts of the app. Methods throw `storage-full` and `storage-failed`. */
export interface DriftStore {
  /** Epoch milliseconds, by the id of the row. */
  all(): ReadonlyMap<string, number>;
  put(profileId: string, setting: string, since: number): void;
  remove(profileId: string, setting: string): void;
}

export function createDriftStore(database: DatabaseSync): DriftStore {
  const select = database.prepare(
    `SELECT profile_id AS id, setting, since FROM drift WHERE ${isTime('since')}`,
  );
  const insert = database.prepare(
    'INSERT OR REPLACE INTO drift (profile_id, setting, since) VALUES (?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM drift WHERE profile_id = ? AND setting = ?');
  return {
    all: () =>
      storing(
        database,
        () =>
          new Map(
            select.all().map(({ id, setting, since }) => [`${id} ${setting}`, Number(since)]),
          ),
      ),
    put: (profileId, setting, since) =>
      void writing(database, () => insert.run(profileId, setting, Math.round(since))),
    remove: (profileId, setting) => void writing(database, () => remove.run(profileId, setting)),
  };
}
