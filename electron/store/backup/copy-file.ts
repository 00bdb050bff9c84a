import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { realPath } from '../files/real-path.ts';
import { requireOrdinary } from '../files/wrong-kind-of-file.ts';

/** How long a file is, and the hash of what is in it. */
export interface Digest {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface ReadOptions {
  /** Ends the reading with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** No more of a file is read than this; a longer one has no hash. */
  readonly atMost?: number;
}

/** What is in a file, also behind a link of the user's. Throws the file system's error, `WrongKindOfFile` and `cancelled`. */
export async function digestOf(path: string, options: ReadOptions = {}): Promise<Digest> {
  return read(path, options, async () => {});
}

/** Copies a file to one that is not there yet, for this user only, and onto the disk. Answers what it wrote. Throws as `digestOf` does. */
export async function copyDigested(
  from: string,
  to: string,
  options: ReadOptions = {},
): Promise<Digest> {
  const target = await open(to, 'wx', 0o600);
  try {
    const digest = await read(from, options, (chunk) => target.writeFile(chunk));
    await target.sync();
    return digest;
  } finally {
    await target.close();
  }
}

async function read(
  path: string,
  { signal, atMost = Number.POSITIVE_INFINITY }: ReadOptions,
  take: (chunk: Buffer) => Promise<void>,
): Promise<Digest> {
  const real = realPath(path);
  // Before it is opened, since a pipe would be waited for; and after, since it may be another one by then.
  requireOrdinary(path, await stat(real));
  const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    requireOrdinary(path, stats);
    if (stats.size > atMost) return { bytes: stats.size, sha256: '' };
    const hash = createHash('sha256');
    let bytes = 0;
    const chunks = file.createReadStream({ autoClose: false, highWaterMark: 2 ** 20 });
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      if (signal?.aborted) throw new AppError('cancelled', { case: 'command', name: 'backup' });
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes > atMost) return { bytes, sha256: '' };
      await take(chunk);
    }
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}
