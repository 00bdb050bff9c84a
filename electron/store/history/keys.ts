import type { DatabaseSync } from 'node:sqlite';
import { levelNames, tablesOf } from './levels.ts';
import type { Recent } from './recent.ts';

/** The small numbers under which the history keeps the profiles. */
export interface HistoryKeys {
  find(profileId: string): number | null;
  /** Gives the profile a number if it has none; in a transaction, inside `guard`. */
  obtain(profileId: string): number;
  /** Drops all that is kept under the profile's number, and the number; in a transaction, inside `guard`. */
  forget(profileId: string): void;
  /** Numbers that were given in a transaction that failed are none. */
  guard(task: () => void): void;
}

export function createHistoryKeys(
  database: DatabaseSync,
  recent: Pick<Recent, 'forget'>,
): HistoryKeys {
  const known = new Map<string, number>();
  const select = database.prepare('SELECT key FROM proxy WHERE id = ?');
  const insert = database.prepare('INSERT INTO proxy (id) VALUES (?)');
  const remove = database.prepare('DELETE FROM proxy WHERE key = ?');
  const removals = [...levelNames.flatMap(tablesOf), 'raw_block', 'restart'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE proxy = ?`),
  );
  const find = (profileId: string): number | null => {
    const row = select.get(profileId);
    return row ? Number(row.key) : null;
  };
  return {
    find,
    obtain(profileId) {
      const key =
        known.get(profileId) ?? find(profileId) ?? Number(insert.run(profileId).lastInsertRowid);
      known.set(profileId, key);
      return key;
    },
    forget(profileId) {
      const key = find(profileId);
      known.delete(profileId);
      if (key === null) return;
      recent.forget(key);
      for (const removal of removals) removal.run(key);
      remove.run(key);
    },
    guard(task) {
      try {
        task();
      } catch (error) {
        known.clear();
        throw error;
      }
    },
  };
}
