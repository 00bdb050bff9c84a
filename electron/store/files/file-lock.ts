import { accessSync, constants, lstatSync, truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { isBusyDatabase, isDamagedDatabase } from '../sqlite-error.ts';
import { createForOwner } from './create-for-owner.ts';
import { requireOrdinary } from './wrong-kind-of-file.ts';

/** What a change takes is milliseconds: who holds the lock for so long hangs. */
const patienceMs = 15_000;
const longestPauseMs = 50;

/**
 * Runs a task while no other process, and nothing else in this one, holds the lock of this path. The lock is the operating system's on an
 * empty file, taken through SQLite: Node offers no other. So it ends with its process, however that ends, and no lock file is ever stale:
 * neither its age nor a process id has to be guessed at. (proper-lockfile goes by age: who was stopped for ten seconds has lost its lock
 * without knowing.) Throws what the file system or SQLite (busy after 15 s) throws, and `WrongKindOfFile`.
 */
export async function withFileLock<T>(path: string, task: () => Promise<T>): Promise<T> {
  const database = open(path);
  try {
    await acquire(database, path, performance.now() + patienceMs);
    return await task();
  } finally {
    database.close();
  }
}

/**
 * Takes the lock of this path for as long as this process lives, or until the function is called; null where somebody else has it. Throws as
 * `withFileLock`.
 */
export function takeFileLock(path: string): (() => void) | null {
  const database = open(path);
  try {
    if (attempt(database, path) === null || attempt(database, path) === null)
      return () => database.close();
  } catch (error) {
    database.close();
    throw error;
  }
  database.close();
  return null;
}

function open(path: string): DatabaseSync {
  createForOwner(path);
  // Nobody has a reason to link a lock: through one, a file outside of the directory would be opened, and emptied if it is no database.
  requireOrdinary(path, lstatSync(path));
  // A file that it can only read is locked by SQLite as for reading, which any number may at once.
  accessSync(path, constants.W_OK);
  return new DatabaseSync(path, { timeout: 0 });
}

async function acquire(database: DatabaseSync, path: string, until: number): Promise<void> {
  for (let pause = 1; ; pause = Math.min(pause * 2, longestPauseMs)) {
    const failure = attempt(database, path);
    if (failure === null) return;
    if (performance.now() > until) throw failure.error;
    await sleep(pause * (0.5 + Math.random()));
  }
}

/** Answers null where it took the lock, else what kept it from it and may pass; throws what may not. */
function attempt(database: DatabaseSync, path: string): { readonly error: unknown } | null {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return null;
  } catch (error) {
    // A failing disk or a stray write: nobody can hold the lock of such a file, and its content means nothing.
    // Unless it has a second name: then it means something to somebody.
    if (isDamagedDatabase(error) && lstatSync(path).nlink === 1) truncateSync(path);
    else if (!isBusyDatabase(error)) throw error;
    return { error };
  }
}
