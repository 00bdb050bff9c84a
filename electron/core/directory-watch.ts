import { access, constants } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import { storageNotice, storageNoticeId } from '../store/notice.ts';
import { storageError } from '../store/storage-error.ts';
import type { Notices } from './notices.ts';

const everyMs = 10_000;

/**
 * Tells while the data directory cannot be written, from the first that it is seen to the last. Does not keep the process. Returns the
 * end of it.
 */
export function watchDirectory(
  directory: string,
  notices: Pick<Notices, 'holds' | 'ends'>,
  periodMs = everyMs,
): () => void {
  const look = async (): Promise<void> => {
    try {
      await access(directory, constants.W_OK);
      notices.ends(storageNoticeId(directory));
    } catch (cause) {
      const error = storageError(directory, cause);
      if (!(error instanceof AppError)) throw error;
      const { id, code, detail } = storageNotice(error, directory);
      notices.holds(id, code, detail);
    }
  };
  const timer = setInterval(() => void look(), periodMs).unref();
  return () => clearInterval(timer);
}
