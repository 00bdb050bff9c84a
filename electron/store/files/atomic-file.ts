import { constants, copyFile, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from '../storage-error.ts';

/**
 * Replaces a file as a whole: whoever reads it, and whatever is killed or loses power meanwhile, the old content is there or the new one.
 * For one writer at a time: the temporary file has one name, so that the leftover of a killed process is used up by the next write.
 * Throws the file system's error, after which the file is as it was.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    await rm(temporary, { force: true });
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameOver(temporary, path);
  } catch (error) {
    // What could not be completed must not fill the disk further; the first error is the one to tell.
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncDirectory(dirname(path));
}

/**
 * Gives the file's content a second name that is not taken yet, and leaves the file where it is: the caller replaces it. Answers the path.
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
  try {
    await link(path, kept);
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    await copyFile(path, kept, constants.COPYFILE_EXCL);
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
async function syncDirectory(directory: string): Promise<void> {
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
