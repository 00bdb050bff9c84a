import { AppError } from '../../shared/errors.ts';
import { takeDirectory } from './directory-lock.ts';
import { readAddress } from './reach.ts';

/**
 * Refuses where another process that has windows watches a data directory: a collector gives its share back, and may be waited for. Throws
 * `attach-refused` of the case `watched`, `storage-failed` and `storage-full`.
 */
export async function refuseBesideWindows(directory: string): Promise<void> {
  const { shell } = await watcherOf(directory);
  if (shell === null || shell === 'collect') return;
  const release = takeDirectory(directory);
  // It was killed, and left its address there.
  if (release !== null) release();
  else throw await watchedError(directory);
}

/** That another process watches it, and which. Throws `storage-failed`. */
export async function watchedError(directory: string): Promise<AppError> {
  const watcher = await watcherOf(directory);
  return new AppError('attach-refused', { case: 'watched', directory, ...watcher });
}

/** As it says itself; nulls where it only begins or ends. */
async function watcherOf(directory: string) {
  const { shell = null, pid = null } = (await readAddress(directory)) ?? {};
  return { shell, pid };
}
