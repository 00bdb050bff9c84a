import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../../store/files/has-code.ts';
import { removeFile } from '../../store/files/remove-file.ts';
import { requireOrdinary, WrongKindOfFile } from '../../store/files/wrong-kind-of-file.ts';
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

/** A claim as it was found; `claim` is null while it is being written, where it is none, and where this user may not read it. */
export interface FoundClaim {
  readonly name: string;
  /** Another one after each renewal. */
  readonly text: string;
  readonly claim: Claim | null;
  /** The number of the user whose file it is. */
  readonly uid: number;
}

const ending = '.lease';
/** Of one length, so that each is written over the one before at once, bytes. */
const length = 2048;
/** Whoever runs a collector may see who else does; nothing of it is a secret. */
const readable = 0o644;

/** The name of a claim; of two who claim at the same time the one with the lesser has the share. */
export function claimName({ number, of }: Shard, token: string): string {
  return `${number}-of-${of}.${token}${ending}`;
}

/** Makes the file. Throws what the file system throws. */
export async function makeClaim(path: string, claim: Claim): Promise<void> {
  await writeClaim(path, claim, constants.O_CREAT | constants.O_EXCL);
}

/** Writes over the file, and never makes one: who took it away took the share. Throws what `isTakenAway` tells, and what else the file system throws. */
export async function renewClaim(path: string, claim: Claim): Promise<void> {
  // A named pipe in its place is not waited for, and no link is followed.
  await writeClaim(path, claim, constants.O_NONBLOCK | constants.O_NOFOLLOW);
}

/** Whether a claim could not be renewed since it is there no more, or something else in its place that is no file. */
export function isTakenAway(error: unknown): boolean {
  // ENXIO: a named pipe or a socket; ELOOP: a link.
  return error instanceof WrongKindOfFile || hasCode(error, 'ENOENT', 'ENXIO', 'ELOOP', 'EISDIR');
}

async function writeClaim(path: string, claim: Claim, flags: number): Promise<void> {
  const text = `${JSON.stringify(claim)}`.padEnd(length - 1);
  const file = await open(path, constants.O_WRONLY | flags, readable);
  try {
    const stats = await file.stat();
    requireOrdinary(path, stats);
    // The mask of the process may have taken it from the others.
    if ((flags & constants.O_EXCL) !== 0 && (stats.mode & readable) !== readable)
      await file.chmod(readable);
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
      const stats = await file.stat();
      if (!stats.isFile()) return null;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
      const text = buffer.toString('utf8', 0, bytesRead);
      return { name, text, claim: claimIn(text), uid: stats.uid };
    } finally {
      await file.close();
    }
  } catch (error) {
    // ENXIO: the file is a socket.
    if (['ENOENT', 'ELOOP', 'ENXIO'].some((code) => hasCode(error, code))) return null;
    if (isRefused(error)) return unreadableClaim(directory, name);
    throw error;
  }
}

/** Of another user, who lets nobody look: that it is written anew still shows. */
async function unreadableClaim(directory: string, name: string): Promise<FoundClaim | null> {
  try {
    const stats = await lstat(join(directory, name), { bigint: true });
    if (!stats.isFile()) return null;
    const { mtimeNs, ctimeNs, uid } = stats;
    return { name, text: `${mtimeNs} ${ctimeNs}`, claim: null, uid: Number(uid) };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isRefused(error: unknown): boolean {
  return hasCode(error, 'EACCES') || hasCode(error, 'EPERM');
}

function claimIn(text: string): Claim | null {
  try {
    return claimSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Takes away what somebody left; it stays where it is another user's and only theirs to remove. Throws what else the file system throws. */
export async function clearClaim(directory: string, name: string): Promise<void> {
  await removeClaim(directory, name).catch((error: unknown) => {
    if (!isRefused(error)) throw error;
  });
}

/** Does nothing where it is gone. Throws what else the file system throws. */
export async function removeClaim(directory: string, name: string): Promise<void> {
  await removeFile(join(directory, name));
}
