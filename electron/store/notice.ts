import { randomUUID } from 'node:crypto';
import { AppError, type ErrorDetail } from '../../shared/errors.ts';
import type { Notice } from '../../shared/model/app-info.ts';

/** Something that happened. */
export function notice(code: Notice['code'], detail: ErrorDetail): Notice {
  return { id: randomUUID(), at: Date.now(), code, detail: { ...detail } };
}

/** Something that holds until it ends. There is one of it for each place: whoever sees it end withdraws it by its id. */
export function lastingNotice(code: Notice['code'], place: string, detail: ErrorDetail): Notice {
  return { ...notice(code, detail), id: `${code} ${place}` };
}

/** The id of what `storageNotice` tells of a path. */
export function storageNoticeId(path: string): string {
  return `storage-failed ${path}`;
}

/** A file or directory that cannot be read or written. `error` is what `storageError` answered; a bug is thrown on. */
export function storageNotice(error: unknown, path: string): Notice {
  if (!(error instanceof AppError)) throw error;
  return lastingNotice('storage-failed', path, { path, ...error.detail });
}
