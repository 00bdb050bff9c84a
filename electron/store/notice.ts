import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { Notice, NoticeCode, NoticeDetail } from '../../shared/facts/notices.ts';
import type { Unusable } from '../../shared/facts/storage-errors.ts';

/** Something that happened. */
export function notice<C extends NoticeCode>(code: C, detail: NoticeDetail<C>): Notice {
  // That the detail is the code's, the parameters say.
  return { id: randomUUID(), at: Date.now(), code, detail } as unknown as Notice;
}

/** Something that holds until it ends. There is one of it for each place: whoever sees it end withdraws it by its id. */
export function lastingNotice<C extends NoticeCode>(
  code: C,
  place: string,
  detail: NoticeDetail<C>,
): Notice {
  return { ...notice(code, detail), id: `${code} ${place}` };
}

/** The id of what `storageNotice` tells of a path. */
export function storageNoticeId(path: string): string {
  return `storage-failed ${path}`;
}

/** A file or directory that cannot be read or written. `error` is what `storageError` answered; a bug is thrown on. */
export function storageNotice(error: unknown, path: string): Notice {
  if (error instanceof AppError && error.code === 'storage-failed' && error.detail.case === 'newer')
    return lastingNotice('file-newer', path, { file: path, version: error.detail.version });
  const detail = unusableOf(error);
  if (detail === null) throw error;
  return lastingNotice('storage-failed', path, { case: 'file', ...detail, path });
}

/** What an error tells of a file that cannot be read or written; null for any other. */
export function unusableOf(error: unknown): Unusable | null {
  if (!(error instanceof AppError)) return null;
  if (error.code !== 'storage-full' && error.code !== 'storage-failed') return null;
  if (error.detail.case !== 'file') return null;
  const { path, reason, cause } = error.detail;
  return { path, reason, cause };
}
