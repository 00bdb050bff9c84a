import { lstat, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A write takes milliseconds: what is older belongs to nobody, even where another process has its number by now. */
const oldMs = 3_600_000;

/** What follows the name of the file: the time of a copy, the process, and of a database its journal. Release 0.1 gave no process. */
const pattern = /^(?:\.[\dTZ-]+\.copy)?(?:\.(\d+))?\.tmp(?:-(?:wal|shm|journal))?$/;

/** The temporary files of processes that were killed while they wrote this file, or a copy of it. Throws the file system's error. */
export async function leftoversOf(path: string): Promise<readonly string[]> {
  const directory = dirname(path);
  const name = basename(path);
  const found: string[] = [];
  for (const other of await readdir(directory)) {
    const match = other.startsWith(name) ? pattern.exec(other.slice(name.length)) : null;
    if (match === null) continue;
    const file = join(directory, other);
    if ((await isOld(file)) || (match[1] !== undefined && !isRunning(Number(match[1]))))
      found.push(file);
  }
  return found;
}

/** Removes them. One that cannot be removed does no harm, and is there at the next start. */
export async function sweep(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true }).catch(() => {});
}

async function isOld(file: string): Promise<boolean> {
  try {
    return Date.now() - (await lstat(file)).mtimeMs > oldMs;
  } catch {
    // It is gone: its process has ended its write.
    return false;
  }
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // Of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
