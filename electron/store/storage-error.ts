import { AppError } from '../../shared/errors.ts';

/** SQLite's primary result codes, https://sqlite.org/rescode.html */
const sqlite = {
  perm: 3,
  busy: 5,
  locked: 6,
  readonly: 8,
  ioErr: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  notADatabase: 26,
} as const;
const sqliteStorageCodes: ReadonlySet<number> = new Set(Object.values(sqlite));

const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const forbiddenCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Of making a directory where something else is. */
const noDirectoryCodes: ReadonlySet<string> = new Set(['EEXIST', 'ENOTDIR']);

/**
 * What a failure to write `path` is to the operator: `storage-full`, or `storage-failed` with the operating system's code in
 * detail.cause. What no disk can be blamed for is answered as it is: it is a bug and throws loudly.
 */
export function storageError(path: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const code = systemCode(cause);
  if (code === undefined) return cause;
  const detail = { path, cause: code };
  if (fullCodes.has(code)) {
    return new AppError(
      'storage-full',
      `The disk is full: ${path} could not be written, and is as it was before. Free some space, then try again.`,
      { detail, cause },
    );
  }
  return new AppError('storage-failed', `${path} could not be written: ${remedy(code)}`, {
    detail,
    cause,
  });
}

/** Whether the file is no database, or a damaged one. */
export function isDamagedDatabase(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === sqlite.corrupt || code === sqlite.notADatabase;
}

/** Damage that a check of the whole file found, as SQLite tells of what it comes across itself. */
export function damagedDatabase(found: string): Error {
  return Object.assign(new Error(found), { errcode: sqlite.corrupt });
}

/** Whether another connection holds the lock. */
export function isBusyDatabase(error: unknown): boolean {
  return sqliteCode(error) === sqlite.busy;
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** The code as the operating system names it; undefined for what is no failure of storage. */
function systemCode(error: unknown): string | undefined {
  const primary = sqliteCode(error);
  if (primary !== undefined) {
    if (primary === sqlite.full) return 'ENOSPC';
    if (primary === sqlite.readonly || primary === sqlite.perm) return 'EACCES';
    return sqliteStorageCodes.has(primary) ? `SQLITE_${primary}` : undefined;
  }
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  return String(error.code);
}

/** The lowest eight bits of a result code are the primary one. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

function remedy(code: string): string {
  if (forbiddenCodes.has(code)) {
    return 'this user may not write there. Make the directory writable, or choose another one with --data-dir.';
  }
  if (noDirectoryCodes.has(code)) {
    return 'it is, or lies below, a file that is no directory. Choose another directory with --data-dir.';
  }
  if (code === `SQLITE_${sqlite.cantOpen}`) {
    return 'a file of the data directory cannot be opened or made. Make the directory writable, or choose another one with --data-dir.';
  }
  if (code === `SQLITE_${sqlite.busy}`) {
    return 'another process has been holding it for too long. End the other SPCP Console, then try again.';
  }
  if (code === `SQLITE_${sqlite.corrupt}` || code === `SQLITE_${sqlite.notADatabase}`) {
    return 'the file is damaged. Restart SPCP Console: it sets the file aside and begins a new one.';
  }
  return `the system says ${code}. Check the disk, or choose another directory with --data-dir.`;
}
