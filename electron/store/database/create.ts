import { constants, copyFileSync, linkSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createForOwner } from '../files/create-for-owner.ts';
import { hasCode } from '../files/has-code.ts';
import { temporaryName } from '../files/temporary-name.ts';
import { migrate } from './schema.ts';

/**
 * Makes a new database, which gets its name once it is whole: whatever is killed meanwhile, an empty file of that name is none of ours.
 * Does nothing where another process was first. Throws what SQLite and the file system throw.
 */
export function createDatabase(path: string): void {
  const temporary = temporaryName(path);
  remove(temporary);
  try {
    createForOwner(temporary);
    const database = new DatabaseSync(temporary);
    try {
      database.exec('PRAGMA journal_mode = WAL');
      migrate(database);
    } finally {
      database.close();
    }
    giveName(temporary, path);
  } finally {
    remove(temporary);
  }
}

/** Not every file system has hard links. */
function giveName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    copyFileSync(temporary, path, constants.COPYFILE_EXCL);
  }
}

function remove(database: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(database + end, { force: true });
}
