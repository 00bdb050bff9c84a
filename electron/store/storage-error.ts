import { AppError } from '../../shared/errors.ts';
import { isFull, type StorageTrouble } from '../../shared/model/storage-trouble.ts';
import { diagnose } from './storage-trouble.ts';

/**
 * What a failure to read or write `path` is to the operator: `storage-full` or `storage-failed`, with what it is in detail.reason and the
 * system's code in detail.cause. What no disk can be blamed for is answered as it is: it is a bug and throws loudly.
 */
export function storageError(path: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const found = diagnose(path, cause);
  return found === null ? cause : storageFailure(path, found.trouble, found.cause, cause);
}

/** The same of a path that the user named, which is no file of the console. Where the disk is full, it is so for whatever is written. */
export function chosenPathError(path: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const found = diagnose(path, cause);
  if (found === null || isFull(found.trouble)) return storageError(path, cause);
  const detail = { case: 'chosen', path, reason: found.trouble, cause: found.cause } as const;
  return new AppError('storage-failed', detail, { cause });
}

/** The failure that is known to be this. `code`: as the system names it. */
export function storageFailure(
  path: string,
  reason: StorageTrouble,
  code: string,
  cause?: unknown,
): AppError {
  const detail = { case: 'file', path, reason, cause: code } as const;
  return isFull(reason)
    ? new AppError('storage-full', detail, { cause })
    : new AppError('storage-failed', detail, { cause });
}
