import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { storageFailure } from '../storage-error.ts';

/** Which file lies at a path: the database itself, and the journal that holds what was written last. */
interface Place {
  readonly path: string;
  readonly id: string;
}

const places = new WeakMap<DatabaseSync, readonly Place[]>();

/** Notes which files a new connection has open. `path`: its database. Throws what the file system throws. */
export function notePlace(database: DatabaseSync, path: string): void {
  const found = [path, `${path}-wal`].map((file) => ({ path: file, id: idOf(file) }));
  places.set(
    database,
    found.flatMap((file) => (file.id === null ? [] : { path: file.path, id: file.id })),
  );
}

/**
 * Throws `storage-failed` where the files that a connection writes to do not lie in their place any more: SQLite goes on to write to a file that
 * was removed, moved or replaced, and what it then acknowledges is lost. A database in memory has no place. Throws what the file system throws.
 */
export function requirePlace(database: DatabaseSync): void {
  for (const { path, id } of places.get(database) ?? []) {
    const found = idOf(path);
    if (found !== id)
      throw storageFailure(path, 'removed', found === null ? 'ENOENT' : 'another file');
  }
}

/** Null where there is no file. */
function idOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev} ${stats.ino}`;
}
