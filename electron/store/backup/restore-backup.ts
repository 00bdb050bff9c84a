import { existsSync, realpathSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../shared/errors.ts';
import { databaseFile } from '../database/database-file.ts';
import { inspect } from '../database/inspect.ts';
import { syncDirectory, timeInName } from '../files/atomic-file.ts';
import { isAnybodyPresent, isOfTheMoment } from '../files/presence.ts';
import { realPath } from '../files/real-path.ts';
import { temporaryName } from '../files/temporary-name.ts';
import { agreeToNothing } from '../secrets/command/agreement.ts';
import { isBusyDatabase } from '../sqlite-error.ts';
import { storageError } from '../storage-error.ts';
import { readWhole, requireSame, requireWhole } from './check-backup.ts';
import { copyDigested } from './copy-file.ts';
import { type Manifest, readManifest } from './manifest.ts';

/** What was put back, and where what was there before lies now; null where nothing was. */
export interface Restored {
  readonly manifest: Manifest;
  readonly kept: string | null;
}

/**
 * Puts a backup in the place of a data directory, whole or not at all; what was there is kept beside it under a name with the time. Throws
 * `backup-refused` (also `in-use` where a console runs on it), `storage-failed` and `storage-full`, after which all is as it was.
 */
export async function restoreBackup(
  from: string,
  dataDirectory: string,
  signal?: AbortSignal,
): Promise<Restored> {
  const backup = resolve(from);
  const manifest = await readManifest(backup);
  const directory = realpathSync(dataDirectory);
  const temporary = temporaryName(directory);
  try {
    requireUnused(directory);
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { mode: 0o700 });
    try {
      await copyBack(backup, manifest, temporary, signal);
      await agreeToNothing(temporary);
      await syncDirectory(temporary);
      requireUnused(directory);
      const kept = await replace(directory, temporary);
      await syncDirectory(dirname(directory));
      return { manifest, kept };
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    throw storageError(directory, error);
  }
}

/** Checked as it is copied: what is put back is what was backed up. */
async function copyBack(
  backup: string,
  manifest: Manifest,
  to: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const file of manifest.files) {
    const read = await readWhole(backup, file.name, (path) =>
      copyDigested(path, join(to, file.name), { signal, atMost: file.bytes }),
    );
    requireSame(backup, file, read);
  }
  if (!manifest.files.some(({ name }) => name === databaseFile)) return;
  requireWhole(join(to, databaseFile), backup);
}

/**
 * Throws `backup-refused` (`in-use`) where a console runs on the directory, or a command has the database open: SQLite leaves the mode that needs
 * a journal beside it for nobody but the last. A database that is damaged or gone may be why a backup is put back.
 */
function requireUnused(directory: string): void {
  if (isAnybodyPresent(directory))
    throw new AppError('backup-refused', { case: 'in-use', path: directory });
  const path = realPath(join(directory, databaseFile));
  if (!existsSync(path) || inspect(path, 0).kind !== 'ours') return;
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    if (isBusyDatabase(error))
      throw new AppError('backup-refused', { case: 'in-use', path: directory });
    throw error;
  } finally {
    database.close();
  }
}

/** Answers where what was there is now. */
async function replace(directory: string, by: string): Promise<string | null> {
  if ((await readdir(directory)).every(isOfTheMoment)) {
    await rm(directory, { recursive: true });
    await rename(by, directory);
    return null;
  }
  const kept = `${directory}.${timeInName(Date.now())}.replaced`;
  await rename(directory, kept);
  try {
    await rename(by, directory);
  } catch (error) {
    await rename(kept, directory);
    throw error;
  }
  return kept;
}
