/** SQLite's primary result codes that a disk or a file can be blamed for, https://sqlite.org/rescode.html */
export const sqlite = {
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

/** A journal that a killed process left is to be played back, which a reader cannot; an extended code. */
const readonlyRollback = 776;

/** The primary code: the lowest eight bits. Undefined for what is no error of SQLite. */
export function sqliteCode(error: unknown): number | undefined {
  const code = extendedCode(error);
  return code === undefined ? undefined : code & 0xff;
}

/** Whether the file is no database, or a damaged one. */
export function isDamagedDatabase(error: unknown): boolean {
  const code = sqliteCode(error);
  if (code === sqlite.corrupt || code === sqlite.notADatabase) return true;
  // What SQLite says of a header with a schema format that it does not know; it has no code of its own.
  if (error instanceof Error && error.message.includes('unsupported file format')) return true;
  return extendedCode(error) === readonlyRollback;
}

/** Damage that a check of the whole file found, as SQLite tells of what it comes across itself. */
export function damagedDatabase(found: string): Error {
  return Object.assign(new Error(found), { errcode: sqlite.corrupt });
}

/** Whether another connection holds the lock. */
export function isBusyDatabase(error: unknown): boolean {
  return sqliteCode(error) === sqlite.busy;
}

function extendedCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}
