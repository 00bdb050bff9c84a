import { lstatSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Ended } from '../../base/batch.ts';
import type { Steps } from '../../base/steps.ts';
import { createForOwner } from '../files/create-for-owner.ts';
import { isDamagedDatabase } from '../sqlite-error.ts';
import { storageError } from '../storage-error.ts';
import { requirePlace } from './place.ts';

/**
 * Runs what writes to the database or reads from it. Throws `storage-full` and `storage-failed`. Damage that is come across is marked, so that the
 * next start looks through the whole file.
 */
export function storing<T>(database: DatabaseSync, task: () => T): T {
  try {
    return task();
  } catch (cause) {
    throw toStorageError(database, cause);
  }
}

/** Runs a single statement that writes; throws as `storing`, also where the file is not in its place any more. */
export function writing<T>(database: DatabaseSync, task: () => T): T {
  return storing(database, () => {
    requirePlace(database);
    return task();
  });
}

/** Steps of such a task, each of which throws as `storing`. */
export function* storingSteps<T>(database: DatabaseSync, task: () => Steps<T>): Steps<T> {
  const steps = storing(database, task);
  for (;;) {
    const step = storing(database, () => steps.next());
    if (step.done) return step.value;
    yield;
  }
}

function toStorageError(database: DatabaseSync, cause: unknown): unknown {
  const path = database.location();
  if (path !== null && isDamagedDatabase(cause)) markDamaged(path);
  return storageError(path ?? 'the history in memory', cause);
}

/** Runs a task as a whole or not at all; throws as `writing`. */
export function transaction<T>(database: DatabaseSync, task: () => T): T {
  return storing(database, () => {
    // At once a writer's: a reader that becomes one later could be refused without waiting.
    database.exec('BEGIN IMMEDIATE');
    try {
      const value = task();
      // As late as can be: what is committed is acknowledged.
      requirePlace(database);
      database.exec('COMMIT');
      return value;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  });
}

/** Within a transaction: takes back what a task wrote that throws, and nothing else. Throws where the whole transaction is over. */
export function attempt<T>(database: DatabaseSync, task: () => T): Ended<T> {
  database.exec('SAVEPOINT attempt');
  try {
    return { value: task() };
  } catch (error) {
    // SQLite took it all back: nothing of the others lies there any more.
    if (!database.isTransaction) throw error;
    database.exec('ROLLBACK TO attempt');
    return { error: toStorageError(database, error) };
  } finally {
    if (database.isTransaction) database.exec('RELEASE attempt');
  }
}

/** Whether damage was come across since the last check. */
export function isMarkedDamaged(path: string): boolean {
  return lstatSync(markOf(path), { throwIfNoEntry: false }) !== undefined;
}

export function unmarkDamaged(path: string): void {
  rmSync(markOf(path), { force: true });
}

function markDamaged(path: string): void {
  try {
    createForOwner(markOf(path));
  } catch {
    // The damage itself is what the caller is told; without the mark the next one to come across it tells again.
  }
}

/** Also looked at by `inspect`. */
export function markOf(path: string): string {
  return `${path}.check`;
}
