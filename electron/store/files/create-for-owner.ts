import { closeSync, openSync } from 'node:fs';
import { hasCode } from './has-code.ts';

/**
 * Makes an empty file of this user only, where there is none, for SQLite to open: by itself it would let others read it, and would say of a
 * failure only that it cannot open the file. At once and without a pause, and not at all for an existing file: where one part of a process closes
 * a file, every lock that the process has on it ends (POSIX).
 */
export function createForOwner(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
