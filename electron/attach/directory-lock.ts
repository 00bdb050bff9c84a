import { takeFileLock } from '../store/files/file-lock.ts';
import { storageError } from '../store/storage-error.ts';
import { ownFolder, placeOf } from './place.ts';

/**
 * Makes this process the one that watches a data directory, until the function is called or the process ends, however it ends: the lock is the
 * operating system's. Null where another process is. Throws `storage-failed` and `storage-full`.
 */
export function takeDirectory(directory: string): (() => void) | null {
  const { folder, lock } = placeOf(directory);
  try {
    ownFolder(folder);
    return takeFileLock(lock);
  } catch (error) {
    throw storageError(folder, error);
  }
}
