import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StorageTrouble } from '../../shared/model/storage-trouble.ts';
import { temporaryName } from './files/temporary-name.ts';
import { WrongKindOfFile } from './files/wrong-kind-of-file.ts';
import { isDamagedDatabase, sqlite, sqliteCode } from './sqlite-error.ts';

/** What the operating system's codes mean to the user; those that are not here are `other`. */
const troubles: Readonly<Record<string, StorageTrouble>> = {
  EDQUOT: 'quota',
  EROFS: 'read-only',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EEXIST: 'not-a-directory',
  ENOTDIR: 'not-a-directory',
  EISDIR: 'is-directory',
  ELOOP: 'dangling-link',
  ENXIO: 'is-device',
  ENOENT: 'gone',
  EMFILE: 'no-descriptors',
  ENFILE: 'no-descriptors',
};

/** What a failure is, with the code of the system: as the operating system names it, or as SQLite numbers it. */
export interface Diagnosis {
  readonly trouble: StorageTrouble;
  readonly cause: string;
}

/**
 * Why a file could not be read or written; null for what is no failure of storage. Looks at the disk where the error alone does not say
 * it.
 */
export function diagnose(path: string, error: unknown): Diagnosis | null {
  if (error instanceof WrongKindOfFile) return { trouble: error.trouble, cause: error.trouble };
  const primary = sqliteCode(error);
  if (primary !== undefined) return ofSqlite(path, error, primary);
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return null;
  return ofSystem(path, String(error.code));
}

function ofSystem(path: string, cause: string): Diagnosis {
  if (cause === 'ENOSPC') return { trouble: hasInodes(path) ? 'full' : 'no-inodes', cause };
  return { trouble: troubles[cause] ?? 'other', cause };
}

function ofSqlite(path: string, error: unknown, primary: number): Diagnosis | null {
  const cause = `SQLITE_${primary}`;
  if (isDamagedDatabase(error)) return { trouble: 'damaged', cause };
  switch (primary) {
    case sqlite.full:
      return ofSystem(path, 'ENOSPC');
    case sqlite.busy:
    case sqlite.locked:
      return { trouble: 'busy', cause };
    case sqlite.perm:
    case sqlite.readonly:
    case sqlite.cantOpen:
    case sqlite.ioErr: {
      // SQLite tells that it could not, and keeps to itself why: what it tried is tried once more.
      const tried = tryBeside(path);
      if (tried !== null) return ofSystem(path, tried);
      return {
        trouble: primary === sqlite.ioErr ? 'other' : 'forbidden',
        cause,
      };
    }
    default:
      return null;
  }
}

/** The code with which a further file in the same directory cannot be made; null where it can. */
function tryBeside(path: string): string | null {
  const file = temporaryName(path);
  try {
    const descriptor = openSync(file, 'wx', 0o600);
    try {
      writeSync(descriptor, Buffer.alloc(4096));
    } finally {
      closeSync(descriptor);
      rmSync(file, { force: true });
    }
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : null;
  }
}

/** False where the file system has room and can yet hold no further file. Some count no files, and say that there are none. */
function hasInodes(path: string): boolean {
  try {
    const { bavail, files, ffree } = statfsSync(dirname(path));
    return files === 0 || ffree > 0 || bavail === 0;
  } catch {
    // A disk that cannot be asked is taken for what the error said: full.
    return true;
  }
}
