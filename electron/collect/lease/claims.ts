import { constants } from 'node:fs';
import { open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../../store/files/has-code.ts';
import { mostShards, type Shard } from '../shard.ts';
import { ownerSchema } from './owner.ts';

const shardNumber = z.int().min(1).max(mostShards);

/** What one collector says in a file of its own, over and over: `count` is another each time, so that others see it alive. */
const claimSchema = z.object({
  shard: z.object({ number: shardNumber, of: shardNumber }),
  /** `claims`: it would have the share, if nobody has. */
  state: z.enum(['claims', 'holds']),
  count: z.int(),
  owner: ownerSchema,
});
export type Claim = z.infer<typeof claimSchema>;

/** A claim as it was found; `claim` is null while it is being written, or where it is none. */
export interface FoundClaim {
  readonly name: string;
  readonly text: string;
  readonly claim: Claim | null;
}

const ending = '.lease';
/** Of one length, so that each is written over the one before at once, bytes. */
const length = 2048;

/** The name of a claim; of two who claim at the same time the one with the lesser has the share. */
export function claimName({ number, of }: Shard, token: string): string {
  return `${number}-of-${of}.${token}${ending}`;
}

/** Makes the file. Throws what the file system throws. */
export async function makeClaim(path: string, claim: Claim): Promise<void> {
  await writeClaim(path, claim, constants.O_CREAT | constants.O_EXCL);
}

/** Writes over the file, and never makes one: who took it away took the share. Throws what the file system throws. */
export async function renewClaim(path: string, claim: Claim): Promise<void> {
  await writeClaim(path, claim, 0);
}

async function writeClaim(path: string, claim: Claim, flags: number): Promise<void> {
  const text = `${JSON.stringify(claim)}`.padEnd(length - 1);
  // Whoever runs a collector may see who else does; nothing of it is a secret.
  const file = await open(path, constants.O_WRONLY | flags, 0o644);
  try {
    await file.write(`${text}\n`, 0);
  } finally {
    await file.close();
  }
}

/** All claims of a directory but this one. Throws what the file system throws. */
export async function readClaims(directory: string, own: string): Promise<readonly FoundClaim[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(ending) && name !== own);
  const found = await Promise.all(names.map((name) => readClaim(directory, name)));
  return found.filter((each) => each !== null);
}

/** Null where it is gone, or is no file. */
async function readClaim(directory: string, name: string): Promise<FoundClaim | null> {
  try {
    // A named pipe is not waited for, and no link is followed.
    const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
    const file = await open(join(directory, name), flags);
    try {
      if (!(await file.stat()).isFile()) return null;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
      const text = buffer.toString('utf8', 0, bytesRead);
      return { name, text, claim: claimIn(text) };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ELOOP')) return null;
    throw error;
  }
}

function claimIn(text: string): Claim | null {
  try {
    return claimSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Does nothing where it is gone. */
export async function removeClaim(directory: string, name: string): Promise<void> {
  await unlink(join(directory, name)).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
}
