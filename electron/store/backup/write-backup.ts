import { realpathSync } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../shared/errors.ts';
import { busyMs } from '../database/connect.ts';
import { databaseFile } from '../database/database-file.ts';
import { inspect } from '../database/inspect.ts';
import { syncDirectory } from '../files/atomic-file.ts';
import { withFileLock } from '../files/file-lock.ts';
import { hasCode } from '../files/has-code.ts';
import { realPath } from '../files/real-path.ts';
import { temporaryName } from '../files/temporary-name.ts';
import { vaultLock } from '../secrets/vaults.ts';
import { isDamagedDatabase } from '../sqlite-error.ts';
import { chosenPathError } from '../storage-error.ts';
import { copyDigested, digestOf } from './copy-file.ts';
import {
  type BackedUpFile,
  isBackedUp,
  type Manifest,
  manifestFile,
  manifestOf,
} from './manifest.ts';

/** All pages at once: in steps, each write of a console that runs would have the copy begin anew. */
const allPages = 2 ** 30;

/**
 * Copies all that a data directory keeps into a directory that is not there yet, also while consoles run on it: the database as it was at one
 * moment, and each document whole. Passwords go along as they lie there, under the keychain or the passphrase. The directory has its name only
 * once it is whole. Throws `backup-refused` (`exists`, `inside`, `nothing`, `source-damaged`), `storage-failed` and `storage-full`.
 */
export async function writeBackup(
  directory: string,
  wanted: string,
  signal?: AbortSignal,
): Promise<Manifest> {
  const target = resolve(wanted);
  const temporary = temporaryName(target);
  try {
    await requireFree(directory, target);
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { mode: 0o700 });
    try {
      const manifest = manifestOf(Date.now(), await copyAll(directory, temporary, signal));
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      await writeFile(join(temporary, manifestFile), text, { mode: 0o600, flush: true });
      await syncDirectory(temporary);
      await rename(temporary, target);
      await syncDirectory(dirname(target));
      return manifest;
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    throw chosenPathError(target, error);
  }
}

async function requireFree(directory: string, target: string): Promise<void> {
  const parent = realpathSync(dirname(target));
  const inside = `${realpathSync(directory)}${sep}`;
  if (`${join(parent, basename(target))}${sep}`.startsWith(inside))
    throw new AppError('backup-refused', { case: 'inside', path: target });
  try {
    await lstat(target);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  throw new AppError('backup-refused', { case: 'exists', path: target });
}

async function copyAll(
  directory: string,
  to: string,
  signal: AbortSignal | undefined,
): Promise<readonly BackedUpFile[]> {
  const names = (await readdir(directory)).filter((name) => isBackedUp(name)).sort();
  if (names.length === 0)
    throw new AppError('backup-refused', { case: 'nothing', path: directory });
  const files: BackedUpFile[] = [];
  const copyThose = async (belongs: (name: string) => boolean): Promise<void> => {
    for (const name of names.filter(belongs)) {
      const digest = await copied(join(directory, name), join(to, name), signal);
      if (digest !== null) files.push({ name, ...digest });
    }
  };
  const isSecret = (name: string): boolean => /^(?:secrets|vault)/.test(name);
  // Profiles first: a profile of the backup has its password then, and never the other way round.
  await copyThose((name) => name !== databaseFile && !isSecret(name));
  // Which vault is in use and what lies in it belong together.
  await withFileLock(join(directory, vaultLock), () => copyThose(isSecret));
  if (names.includes(databaseFile)) {
    if (!(await isCopied(realPath(join(directory, databaseFile)), join(to, databaseFile)))) {
      throw new AppError('backup-refused', {
        case: 'source-damaged',
        path: directory,
        file: databaseFile,
      });
    }
    files.push({ name: databaseFile, ...(await digestOf(join(to, databaseFile), { signal })) });
  }
  return files;
}

/** Null for a good copy whose turn to go came meanwhile. */
async function copied(
  from: string,
  to: string,
  signal: AbortSignal | undefined,
): Promise<Omit<BackedUpFile, 'name'> | null> {
  try {
    return await copyDigested(from, to, { signal });
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || !from.endsWith('.copy')) throw error;
    await rm(to, { force: true });
    return null;
  }
}

/** Whether what was copied is a database that this release can use. */
async function isCopied(from: string, to: string): Promise<boolean> {
  try {
    await copyDatabase(from, to);
    return inspect(to, 0).kind === 'ours';
  } catch (error) {
    if (isDamagedDatabase(error)) return false;
    throw error;
  }
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const database = new DatabaseSync(from, { timeout: busyMs, readOnly: true });
  try {
    await writeFile(to, '', { mode: 0o600, flag: 'wx' });
    await backup(database, to, { rate: allPages });
  } finally {
    database.close();
  }
  // A copy is read where nothing can be written, too.
  const copy = new DatabaseSync(to);
  try {
    copy.exec('PRAGMA journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
