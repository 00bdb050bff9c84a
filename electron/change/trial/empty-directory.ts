import { chmod, lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trialLimits } from '../../../shared/model/trial.ts';

const prefix = 'spcp-trial-';
/** What lies there for longer is of a console that was killed, milliseconds: no trial lasts so long. */
const leftMs = 3_600_000;

/**
 * Runs a task in a new directory of this user alone, and removes it with all that is in it, and those that a killed console left. `filesIn` tells
 * the names of what was put into it: none where the command removed it. Rejects with what the task throws, and where no directory can be made.
 */
export async function withEmptyDirectory<T>(
  task: (directory: string, filesIn: () => Promise<string[]>) => Promise<T>,
): Promise<T> {
  await sweep();
  const directory = await mkdtemp(join(tmpdir(), prefix));
  const filesIn = async (): Promise<string[]> => {
    await open(directory);
    return (await namesIn(directory)).toSorted().slice(0, trialLimits.files);
  };
  try {
    return await task(directory, filesIn);
  } finally {
    await remove(directory);
  }
}

/** What the command came to is told whatever becomes of its directory: one that cannot be removed is tried again at the next trial. */
async function remove(directory: string): Promise<void> {
  await open(directory);
  // What was just killed may still write for a moment.
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(
    () => undefined,
  );
}

/** A command may have taken the rights away from its own directories, in which nothing can be removed then. */
async function open(directory: string): Promise<void> {
  const { uid, isDirectory } = await look(directory);
  if (!isDirectory || uid !== process.getuid?.()) return;
  await chmod(directory, 0o700).catch(() => undefined);
  for (const name of await namesIn(directory)) await open(join(directory, name));
}

async function sweep(): Promise<void> {
  for (const name of await namesIn(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const { uid, isDirectory, changedAt } = await look(join(tmpdir(), name));
    const isOld = Date.now() - changedAt > leftMs;
    if (isDirectory && isOld && uid === process.getuid?.()) await remove(join(tmpdir(), name));
  }
}

/** Never follows a link. */
async function look(path: string) {
  try {
    const stats = await lstat(path);
    return { uid: stats.uid, isDirectory: stats.isDirectory(), changedAt: stats.mtimeMs };
  } catch {
    return { uid: -1, isDirectory: false, changedAt: Date.now() };
  }
}

function namesIn(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => []);
}
