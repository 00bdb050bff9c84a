import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { realPath } from '../files/real-path.ts';
import { requireOrdinary } from '../files/wrong-kind-of-file.ts';

/** How long a file is, and the hash of what is in it. */
export interface Digest {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** What is in a file, also behind a link of the user's. Throws the file system's error and `WrongKindOfFile`. */
export async function digestOf(path: string): Promise<Digest> {
  return read(path, async () => {});
}

/** Copies a file to one that is not there yet, for this user only, and onto the disk. Answers what it wrote. Throws as `digestOf` does. */
export async function copyDigested(from: string, to: string): Promise<Digest> {
  const target = await open(to, 'wx', 0o600);
  try {
    const digest = await read(from, (chunk) => target.writeFile(chunk));
    await target.sync();
    return digest;
  } finally {
    await target.close();
  }
}

async function read(path: string, take: (chunk: Buffer) => Promise<void>): Promise<Digest> {
  const file = await open(realPath(path));
  try {
    requireOrdinary(path, await file.stat());
    const hash = createHash('sha256');
    let bytes = 0;
    await pipeline(
      file.createReadStream({ autoClose: false, highWaterMark: 2 ** 20 }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          await take(chunk);
        }
      },
    );
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}
