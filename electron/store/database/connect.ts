import { DatabaseSync } from 'node:sqlite';
import { notePlace } from './place.ts';

/** What a second connection, of this process or another, may hold the database for. */
export const busyMs = 5000;

/** What another process may hold it for while it brings the tables up to a new release: a week of a thousand proxies takes seconds. */
const migrationMs = 60_000;

/** At most; enough for the pages that a thousand proxies' readings are added to. */
const cacheKiB = 32 * 1024;

/** A connection to a database that is there, and of this release. Throws what SQLite throws. */
export function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: busyMs });
  try {
    database.exec('PRAGMA journal_mode = WAL');
    tune(database);
    notePlace(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Runs the task, in which this connection waits for another process that brings the tables up to a new release. */
export function waitingForMigration(database: DatabaseSync, task: () => void): void {
  database.exec(`PRAGMA busy_timeout = ${migrationMs}`);
  task();
  database.exec(`PRAGMA busy_timeout = ${busyMs}`);
}

export function tune(database: DatabaseSync): void {
  // A power cut may cost the last moments, never the database: https://sqlite.org/pragma.html#pragma_synchronous
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec('PRAGMA temp_store = MEMORY');
  database.exec(`PRAGMA cache_size = -${cacheKiB}`);
}
