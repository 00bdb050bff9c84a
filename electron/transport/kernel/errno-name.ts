import { constants } from 'node:os';

/** `ENETUNREACH` for its number on this machine. */
export function nameOfErrno(errno: number): string {
  const found = Object.entries(constants.errno).find(([, number]) => number === errno);
  return found?.[0] ?? `errno ${errno}`;
}
