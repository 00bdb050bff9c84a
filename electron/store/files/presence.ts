import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBusyDatabase } from '../sqlite-error.ts';
import { createForOwner } from './create-for-owner.ts';

/** The name of that file. */
export const presenceFile = 'console.lock';

/** The folder in which others find the console that watches the directory. */
export const attachFolder = 'attach';

/** Whether what lies in a data directory is nothing that anybody would miss. */
export function isOfTheMoment(name: string): boolean {
  return name === presenceFile || name === attachFolder;
}

/**
 * Says that a console runs on a directory, until `end` or the end of this process, however it ends: a lock of the operating system that any number
 * share, on an empty file that nothing else touches. Where it cannot be taken (a directory that cannot be written) nobody can write there either.
 */
export function holdPresence(directory: string): { end(): void } {
  try {
    const database = open(directory);
    try {
      database.exec('BEGIN');
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
      return { end: () => database.close() };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch {
    return { end: () => {} };
  }
}

/** Whether any console runs on a directory. Throws what SQLite and the file system throw. */
export function isAnybodyPresent(directory: string): boolean {
  const database = open(directory);
  try {
    database.exec('BEGIN EXCLUSIVE');
    return false;
  } catch (error) {
    if (isBusyDatabase(error)) return true;
    throw error;
  } finally {
    database.close();
  }
}

function open(directory: string): DatabaseSync {
  const path = join(directory, presenceFile);
  createForOwner(path);
  return new DatabaseSync(path, { timeout: 0 });
}
