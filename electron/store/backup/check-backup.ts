import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { databaseFile } from '../database/database-file.ts';
import { inspect } from '../database/inspect.ts';
import { hasCode } from '../files/has-code.ts';
import { chosenPathError } from '../storage-error.ts';
import type { Digest } from './copy-file.ts';
import { digestOf } from './copy-file.ts';
import { type BackedUpFile, type Manifest, readManifest } from './manifest.ts';

/** Reads all of a backup and compares it with what it says of itself. Throws `backup-refused`, `storage-failed` and `storage-full`. */
export async function checkBackup(directory: string, signal?: AbortSignal): Promise<Manifest> {
  const manifest = await readManifest(directory);
  for (const file of manifest.files) {
    const read = (path: string) => digestOf(path, { signal, atMost: file.bytes });
    requireSame(directory, file, await readWhole(directory, file.name, read));
    if (file.name === databaseFile) requireWhole(join(directory, databaseFile), directory);
  }
  return manifest;
}

/** Throws `backup-refused` (`damaged`, `newer`) where a database of a backup is none that this release can use. */
export function requireWhole(database: string, backup: string): void {
  const found = inspect(database, 0);
  if (found.kind === 'ours') return;
  throw new AppError(
    'backup-refused',
    found.kind === 'newer'
      ? { case: 'newer', path: backup, version: found.version }
      : { case: 'damaged', path: backup, file: databaseFile },
  );
}

/** Reads a file of a backup by `read`. Throws `backup-refused` (`damaged`) where it is gone, and storage errors. */
export async function readWhole<T>(
  directory: string,
  name: string,
  read: (path: string) => Promise<T>,
): Promise<T> {
  const path = join(directory, name);
  try {
    return await read(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT'))
      throw new AppError('backup-refused', { case: 'damaged', path: directory, file: name });
    throw chosenPathError(path, error);
  }
}

/** Throws `backup-refused` (`damaged`) where what was read is not what was backed up. */
export function requireSame(directory: string, file: BackedUpFile, read: Digest): void {
  if (read.bytes === file.bytes && read.sha256 === file.sha256) return;
  throw new AppError('backup-refused', { case: 'damaged', path: directory, file: file.name });
}
