import { link, lstat, open, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './has-code.ts';
import { realPath } from './real-path.ts';
import { temporaryName } from './temporary-name.ts';

// Ours: write-file-atomic and atomically do not sync the directory, so that a power cut may take back a save that was answered, open their
// temporary file through whatever link lies there, and after a kill leave one behind that nothing tells from other files.

/**
 * Replaces a file as a whole: whoever reads it, and whatever is killed or loses power meanwhile, the old content is there or the new one.
 * A link that the user made stays one: what it leads to is replaced, in its own directory. For one writer at a time in each process.
 * Throws the file system's error or `WrongKindOfFile`, after which the file is as it was.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = realPath(path);
  const temporary = temporaryName(target);
  try {
    await writeTemporary(temporary, text);
    await renameOver(temporary, target);
  } catch (error) {
    // What could not be completed must not fill the disk further; the first error is the one to tell.
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncDirectory(dirname(target));
}

/** Makes a file of this user as a whole where there is none. Throws the file system's error, `EEXIST` where anything is there already; it stays as it is then. */
export async function createFile(path: string, text: string): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await writeTemporary(temporary, text);
    await linkOrCopy(temporary, path);
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
  await syncDirectory(dirname(path));
}

async function writeTemporary(temporary: string, text: string): Promise<void> {
  await rm(temporary, { force: true });
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Gives the file's content a second name that is not taken yet, and leaves the file where it is: the caller replaces it. A link is moved
 * instead, so that what it leads to is not replaced: it may be somebody else's. Answers the path.
 */
export async function keepUnder(path: string, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const kept = number === 1 ? wanted : `${wanted}-${number}`;
    try {
      await linkOrCopy(path, kept);
      await syncDirectory(dirname(path));
      return kept;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
}

/** A time as part of a file name: sorts as text, and has no character that a file system refuses. */
export function timeInName(at: number): string {
  return new Date(at).toISOString().replaceAll(':', '-').replace('.', '-');
}

/** Not every file system has hard links. */
async function linkOrCopy(path: string, kept: string): Promise<void> {
  const found = await lstat(path);
  const mode = found.mode & 0o777;
  if (found.isSymbolicLink()) {
    await symlink(await readlink(path), kept);
    return rm(path);
  }
  try {
    await link(path, kept);
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    await copyWhole(path, kept, mode);
  }
}

/** Of what could not be copied to its end nothing is left. */
async function copyWhole(path: string, kept: string, mode: number): Promise<void> {
  const file = await open(kept, 'wx', mode);
  try {
    await file.writeFile(await readFile(path));
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => {});
    await rm(kept, { force: true }).catch(() => {});
    throw error;
  }
}

/** On Windows a virus scanner that reads the file makes the rename fail for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const passing = process.platform === 'win32' && hasCode(error, 'EPERM', 'EACCES', 'EBUSY');
      if (!passing || attempt === 10) throw error;
      await sleep(attempt * 10);
    }
  }
}

/** A rename is on the disk once its directory is. Windows cannot open a directory, and needs it not. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems cannot, and there the rename is as safe as it gets.
    if (!hasCode(error, 'EINVAL', 'ENOTSUP', 'ENOSYS')) throw error;
  } finally {
    await handle.close();
  }
}
