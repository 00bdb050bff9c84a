import { constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { storageFailure } from '../storage-error.ts';
import { realPath } from './real-path.ts';
import { requireOrdinary } from './wrong-kind-of-file.ts';

/** Far more than all that this app writes into one document: what is larger is none of it. */
const longestBytes = 64 * 2 ** 20;

/**
 * The text of a file, without a byte-order mark; null for what is no text (not UTF-8, or endless). Never waits: a named pipe in its place
 * would be waited for by a plain read for ever. `ownOnly`: only where nobody but this user and root can have written it. Throws the file
 * system's error, `WrongKindOfFile`, and `storage-failed` for what others may write.
 */
export async function readText(
  path: string,
  { ownOnly = false }: { readonly ownOnly?: boolean } = {},
): Promise<string | null> {
  const real = realPath(path);
  // Before it is opened, since with a device that alone may do something; and after, since it may be another one by then.
  requireOrdinary(path, await stat(real));
  const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    requireOrdinary(path, stats);
    if (ownOnly) requireOwn(path, real, stats, await stat(dirname(real)));
    return stats.size > longestBytes ? null : decode(await file.readFile());
  } finally {
    await file.close();
  }
}

const writableByOthers = 0o022;
const sticky = 0o1000;

/** The file, and the directory that it really lies in: in a sticky one nobody else can replace it. Windows has access lists instead. */
function requireOwn(path: string, real: string, file: Stats, directory: Stats): void {
  const user = process.getuid?.();
  if (user === undefined) return;
  for (const [place, { uid, mode }] of [
    [path, file],
    [dirname(real), directory],
  ] as const) {
    if (uid !== 0 && uid !== user) throw storageFailure(place, 'foreign', `uid ${uid}`);
    const isSticky = place !== path && (mode & sticky) !== 0;
    if ((mode & writableByOthers) !== 0 && !isSticky)
      throw storageFailure(place, 'open-to-others', `mode ${(mode & 0o777).toString(8)}`);
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
