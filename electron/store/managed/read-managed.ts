import { constants, realpathSync, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ManagedRefusal } from '../../../shared/facts/managed-errors.ts';
import { requireOrdinary, WrongKindOfFile } from '../files/wrong-kind-of-file.ts';

/** The file is not taken. `path` is what is refused, the file or its directory; `cause` the system's code or a mode. */
export interface Refused {
  readonly path: string;
  readonly reason: ManagedRefusal;
  readonly cause: string;
}

const longestBytes = 10 * 2 ** 20;
const writableByOthers = 0o022;
const sticky = 0o1000;

/**
 * The text of the file, or why it is not to be trusted: it and the directories that it lies in have to be root's or this user's, and nobody
 * else's to write, since it says where passwords are sent. Never waits.
 */
export async function readManaged(path: string): Promise<{ readonly text: string } | Refused> {
  try {
    const real = realpathSync(path);
    requireOrdinary(path, await stat(real));
    const wrong = await distrustedAround(real);
    if (wrong !== null) return wrong;
    const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await file.stat();
      requireOrdinary(path, stats);
      const refused = distrusted(path, stats);
      if (refused !== null) return refused;
      if (stats.size > longestBytes) return { path, reason: 'long', cause: '' };
      return decode(path, await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    return { path, reason: 'unreadable', cause: causeOf(error) };
  }
}

/** Whoever may write to a directory may put another file there. In a sticky one only the owner of a file can replace it. */
async function distrustedAround(path: string): Promise<Refused | null> {
  const directory = dirname(path);
  if (directory === path) return null;
  const stats = await stat(directory);
  const isSticky = (stats.mode & sticky) !== 0;
  const refused = isSticky ? foreign(directory, stats) : distrusted(directory, stats);
  return refused ?? (await distrustedAround(directory));
}

function decode(path: string, bytes: Uint8Array): { readonly text: string } | Refused {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { path, reason: 'no-json', cause: '' };
  }
}

/** Windows has no owner and mode to look at: there access lists say who may write. */
const user = process.getuid?.();

function foreign(path: string, { uid }: Stats): Refused | null {
  if (user === undefined || uid === 0 || uid === user) return null;
  return { path, reason: 'foreign', cause: `uid ${uid}` };
}

function distrusted(path: string, stats: Stats): Refused | null {
  const { mode } = stats;
  if (user === undefined || (mode & writableByOthers) === 0) return foreign(path, stats);
  return { path, reason: 'open-to-others', cause: (mode & 0o7777).toString(8) };
}

function causeOf(error: unknown): string {
  if (error instanceof WrongKindOfFile) return error.trouble;
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}
