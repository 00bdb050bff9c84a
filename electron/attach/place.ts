import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { consoleShells } from '../../shared/model/change-words.ts';
import { hasCode } from '../store/files/has-code.ts';
import { attachFolder } from '../store/files/presence.ts';
import { realPath } from '../store/files/real-path.ts';
import { storageFailure } from '../store/storage-error.ts';

/** Where the console of a data directory is found. */
export interface Place {
  /** For its user only. */
  readonly folder: string;
  /** Whoever holds it watches the directory. */
  readonly lock: string;
  /** What `addressSchema` says. */
  readonly addressFile: string;
}

export function placeOf(directory: string): Place {
  const folder = join(directory, attachFolder);
  return { folder, lock: join(folder, 'lock'), addressFile: join(folder, 'address.json') };
}

/**
 * Where the console that holds the lock listens, the token of this start of it, and who it is and where its directory really lies, which one of an
 * older version does not tell.
 */
export const addressSchema = z.object({
  socket: z.string().min(1).max(4096),
  token: z.string().min(1).max(256),
  shell: z.enum(consoleShells).nullable().catch(null),
  pid: z.int().positive().nullable().catch(null),
  directory: z.string().min(1).max(4096).nullable().catch(null),
});
export type Address = z.infer<typeof addressSchema>;

/** The path of a Unix socket has 108 bytes with its end on Linux, and 104 on others. */
const longestSocketPath = 100;

/**
 * Where a console of this directory listens: in its own folder, or where that path is too long for a socket, in a short one that only this user
 * may enter; on Windows a pipe. Throws `storage-failed` where such a folder is somebody else's.
 */
export function socketPathFor(
  directory: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const name = nameOf(directory);
  if (platform === 'win32') return `\\\\.\\pipe\\spcp-console-${name}`;
  const inside = join(directory, attachFolder, 'socket');
  if (Buffer.byteLength(inside) <= longestSocketPath) return inside;
  return join(shortFolder(env), name);
}

/**
 * Where the lock of a directory lies that takes none itself, as on a disk that is full or read-only: the same files whatever the environment of a
 * shell says, as far as they fit for sockets too. Makes nothing.
 */
export function locksElsewhere(directory: string, env: NodeJS.ProcessEnv = process.env): string[] {
  const user = process.getuid?.();
  const bases = [...basesOf(env), ...(user === undefined ? [] : [`/run/user/${user}`])];
  const name = `${nameOf(directory)}.lock`;
  return [...new Set(bases.map((base) => join(userFolderIn(base), name)))];
}

function nameOf(directory: string): string {
  return createHash('sha256').update(realPath(directory)).digest('hex').slice(0, 24);
}

function basesOf(env: NodeJS.ProcessEnv): string[] {
  const ofUser = env.XDG_RUNTIME_DIR;
  const shared = process.platform === 'win32' ? [] : ['/tmp'];
  return [...(ofUser && isAbsolute(ofUser) ? [ofUser] : []), tmpdir(), ...shared];
}

function userFolderIn(base: string): string {
  return join(base, `spcp-console-${process.getuid?.() ?? 0}`);
}

function shortFolder(env: NodeJS.ProcessEnv): string {
  const fits = (base: string) => Buffer.byteLength(base) <= longestSocketPath - 50;
  return ownFolder(userFolderIn(basesOf(env).find(fits) ?? '/tmp'));
}

/**
 * Makes a folder that only this user may enter, and makes sure that it is one: in a place such as `/tmp` another may have been faster. One of this
 * user's that others may only read, as a copy leaves it, is closed to them; one that they may write to may hold what is theirs. Throws
 * `storage-failed`, and what the file system throws.
 */
export function ownFolder(folder: string): string {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  const user = process.getuid?.();
  const found = lstatSync(folder);
  if (user === undefined) return folder;
  if (found.uid !== user || !found.isDirectory())
    throw storageFailure(folder, 'foreign', `uid ${found.uid}`);
  if ((found.mode & 0o022) !== 0)
    throw storageFailure(folder, 'open-to-others', `mode ${(found.mode & 0o777).toString(8)}`);
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
  return folder;
}
