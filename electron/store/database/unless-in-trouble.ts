import { AppError } from '../../../shared/errors.ts';

/**
 * What a task with the database answers; null where the database is in trouble (`storage-full`, `storage-failed`), which keeps nothing from going
 * on: those who write to it every second tell of it. Throws whatever else the task does.
 */
export function unlessInTrouble<T>(task: () => T): T | null {
  try {
    return task();
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
    return null;
  }
}

export function isStorageTrouble(error: unknown): boolean {
  return (
    error instanceof AppError && (error.code === 'storage-full' || error.code === 'storage-failed')
  );
}
