/** The name of this process's temporary file for a path; two processes never take the same. `leftovers.ts` knows the pattern. */
export function temporaryName(path: string): string {
  return `${path}.${process.pid}.tmp`;
}
