import { lstat, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { NoticeDetail } from '../../shared/facts/notices.ts';
import { causeOf } from '../base/cause-of.ts';
import { hasCode } from '../store/files/has-code.ts';
import { unusableOf } from '../store/notice.ts';
import { storageError } from '../store/storage-error.ts';
import { connectOrNull } from './connect-or-null.ts';

type Trouble = NoticeDetail<'team-socket'>;

/** The socket of the file of roles cannot be where that says. */
class NoPlace extends Error {
  readonly detail: Trouble;

  constructor(detail: Trouble) {
    super(`${detail.case}: ${detail.path}`);
    this.detail = detail;
  }
}

/**
 * Throws what `troubleOf` tells where others may put files into the directory of this path, or it is somebody else's: there they could listen in
 * this console's place.
 */
export async function requireOwnDirectory(path: string): Promise<void> {
  const directory = dirname(path);
  const { uid, mode } = await stat(directory);
  if (uid !== 0 && uid !== process.getuid?.())
    throw new NoPlace({ case: 'foreign', path: directory });
  if ((mode & 0o022) !== 0) throw new NoPlace({ case: 'open-to-others', path: directory });
}

/**
 * Takes away a socket that was left there, where nobody answers, and nothing else, in a directory that `requireOwnDirectory` lets pass. Throws what
 * `troubleOf` tells.
 */
export async function requireOwnPlace(path: string): Promise<void> {
  await requireOwnDirectory(path);
  const left = await lstat(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (left === null) return;
  if (!left.isSocket()) throw new NoPlace({ case: 'in-the-way', path });
  const living = await connectOrNull(path);
  living?.destroy();
  if (living !== null) throw new NoPlace({ case: 'taken', path });
  await rm(path, { force: true });
}

/** What keeps other users from a socket at this path. */
export function troubleOf(error: unknown, path: string): Trouble {
  if (error instanceof NoPlace) return error.detail;
  // Somebody put a file there within the moment since it was looked at.
  if (hasCode(error, 'EEXIST')) return { case: 'in-the-way', path };
  const known = unusableOf(storageError(path, error));
  return { case: 'file', ...(known ?? { path, reason: 'other', cause: causeOf(error) }) };
}
