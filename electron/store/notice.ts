import { randomUUID } from 'node:crypto';
import { AppError, type ErrorDetail } from '../../shared/errors.ts';
import type { Notice } from '../../shared/model/app-info.ts';

export function notice(code: Notice['code'], detail: ErrorDetail): Notice {
  return { id: randomUUID(), at: Date.now(), code, detail: { ...detail } };
}

/** A file or directory that cannot be read or written. `error` is what `storageError` answered; a bug is thrown on. */
export function storageNotice(error: unknown, path: string): Notice {
  if (!(error instanceof AppError)) throw error;
  return notice('storage-failed', { path, ...error.detail });
}
