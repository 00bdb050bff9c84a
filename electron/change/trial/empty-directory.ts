import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trialLimits } from '../../../shared/model/trial.ts';

/**
 * Runs a task in a new directory of this user alone, and removes it with all that is in it. `filesIn` tells the names of what was put into it.
 * Rejects with what the task throws, and with what the file system says.
 */
export async function withEmptyDirectory<T>(
  task: (directory: string, filesIn: () => Promise<string[]>) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'spcp-trial-'));
  const filesIn = async (): Promise<string[]> => {
    // A command may have taken its own directory's rights away.
    await chmod(directory, 0o700);
    return (await readdir(directory)).toSorted().slice(0, trialLimits.files);
  };
  try {
    return await task(directory, filesIn);
  } finally {
    // What was just killed may still write for a moment.
    await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
