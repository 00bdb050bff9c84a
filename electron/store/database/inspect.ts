import { lstatSync, type Stats } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { requireOrdinary } from '../files/wrong-kind-of-file.ts';
import { damagedDatabase, isDamagedDatabase } from '../sqlite-error.ts';
import { isMarkedDamaged, markOf } from './database-access.ts';
import { applicationId, migrations } from './migrations.ts';
import { hasTables, readVersion } from './schema.ts';

/** Some tenths of a second to look through. */
const alwaysCheckedBytes = 64 * 2 ** 20;

/**
 * What lies where the database is to be. `emptied`: nothing, or none of the tables, where a database once was, since a new one never gets
 * its name before it is whole. `foreign`: of another program.
 */
export type Inspected =
  | { readonly kind: 'missing' | 'ours' | 'damaged' | 'emptied' | 'foreign' }
  | { readonly kind: 'newer'; readonly version: number };

/** Looks at a file without writing a byte of it. `path`: no link. Throws what SQLite and the file system throw, and `WrongKindOfFile`. */
export function inspect(path: string, busyMs: number): Inspected {
  const stats = ordinaryOrNone(path);
  for (const other of [`${path}-wal`, `${path}-shm`, `${path}-journal`, markOf(path)])
    ordinaryOrNone(other);
  if (stats === null) return { kind: 'missing' };
  if (stats.size === 0) return { kind: 'emptied' };
  try {
    const database = new DatabaseSync(path, { timeout: busyMs, readOnly: true });
    try {
      return lookInto(database, stats.size <= alwaysCheckedBytes || isMarkedDamaged(path));
    } finally {
      database.close();
    }
  } catch (error) {
    if (isDamagedDatabase(error)) return { kind: 'damaged' };
    throw error;
  }
}

/** `thorough`: a start does not wait for gigabytes to be read; of a large file it is checked whether something in it was found damaged. */
function lookInto(database: DatabaseSync, thorough: boolean): Inspected {
  const version = readVersion(database);
  const id = Number(database.prepare('PRAGMA application_id').get()?.application_id);
  if (id !== applicationId && id !== 0) return { kind: 'foreign' };
  if (version > migrations.length) {
    return id === applicationId ? { kind: 'newer', version } : { kind: 'foreign' };
  }
  if (thorough) requireIntegrity(database);
  if (version >= 1 && hasTables(database, version)) return { kind: 'ours' };
  return { kind: id === 0 && isOthers(database) ? 'foreign' : 'emptied' };
}

/** Whether it has tables, and none that this app ever had. */
function isOthers(database: DatabaseSync): boolean {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const names = tables.map(({ name }) => String(name));
  return names.length > 0 && !names.includes('audit') && !names.includes('event');
}

/** Throws as SQLite does where it comes across damage itself. */
function requireIntegrity(database: DatabaseSync): void {
  const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (found !== 'ok') throw damagedDatabase(String(found));
}

function ordinaryOrNone(path: string): Stats | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  requireOrdinary(path, stats);
  return stats;
}
