import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { realPath } from './real-path.ts';
import { requireOrdinary } from './wrong-kind-of-file.ts';

/** Far more than all that this app writes into one document: what is larger is none of it. */
const longestBytes = 64 * 2 ** 20;

/**
 * The text of a file, without a byte-order mark; null for what is no text (not UTF-8, or endless). Never waits: a named pipe in its place
 * would be waited for by a plain read for ever. Throws the file system's error, `WrongKindOfFile`.
 */
export async function readText(path: string): Promise<string | null> {
  const real = realPath(path);
  // Before it is opened, since with a device that alone may do something; and after, since it may be another one by then.
  requireOrdinary(path, await stat(real));
  const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    requireOrdinary(path, stats);
    return stats.size > longestBytes ? null : decode(await file.readFile());
  } finally {
    await file.close();
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
