import type { DatabaseSync } from 'node:sqlite';
import {
  type CommandVersion,
  mostVersions,
  type SavedCommand,
  savedCommandSchema,
} from '../../shared/model/saved-command.ts';
import { storing, transaction, writing } from './database/database-access.ts';
import { anyInteger } from './database/readable-time.ts';

/** Transformations under names, with all of their versions. Methods throw `storage-full` and `storage-failed`. */
export interface CommandStore {
  /** What is not removed. What another release wrote and this one cannot read is passed over, and stays. */
  list(): readonly SavedCommand[];
  get(id: string): SavedCommand | null;
  /** Names it so, and adds a version unless that is null. */
  put(id: string, name: string, version: CommandVersion | null): void;
  /** Null brings it back. */
  setRemoved(id: string, at: number | null): void;
  /** Forgets what was removed before that time. */
  forgetRemovedBefore(at: number): void;
}

export function createCommandStore(database: DatabaseSync): CommandStore {
  const all = database.prepare('SELECT id, name FROM saved_command WHERE removed_at IS NULL');
  const one = database.prepare(
    'SELECT id, name FROM saved_command WHERE id = ? AND removed_at IS NULL',
  );
  const versions = database.prepare(
    `SELECT ${anyInteger('at')}, actor, text, note FROM command_version WHERE command = ? ORDER BY seq DESC LIMIT ${mostVersions}`,
  );
  const putName = database.prepare(
    `INSERT INTO saved_command (id, name, removed_at) VALUES (?, ?, NULL) ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
  );
  const addVersion = database.prepare(
    'INSERT INTO command_version (command, at, actor, text, note) VALUES (?, ?, ?, ?, ?)',
  );
  const setRemoved = database.prepare('UPDATE saved_command SET removed_at = ? WHERE id = ?');
  const forgetVersions = database.prepare(
    'DELETE FROM command_version WHERE command IN (SELECT id FROM saved_command WHERE removed_at < ?)',
  );
  const forget = database.prepare('DELETE FROM saved_command WHERE removed_at < ?');
  const read = (row: Readonly<Record<string, unknown>>): SavedCommand | null =>
    savedCommandSchema.safeParse({ ...row, versions: versions.all(String(row.id)) }).data ?? null;
  return {
    list: () => storing(database, () => all.all().flatMap((row) => read(row) ?? [])),
    get: (id) =>
      storing(database, () => {
        const row = one.get(id);
        return row === undefined ? null : read(row);
      }),
    put(id, name, version) {
      transaction(database, () => {
        putName.run(id, name);
        if (version === null) return;
        const { at, actor, text, note } = version;
        addVersion.run(id, Math.round(at), actor, text, note);
      });
    },
    setRemoved(id, at) {
      writing(database, () => setRemoved.run(at === null ? null : Math.round(at), id));
    },
    forgetRemovedBefore(at) {
      transaction(database, () => {
        forgetVersions.run(at);
        forget.run(at);
      });
    },
  };
}
