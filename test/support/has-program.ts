import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Why a test that runs this program is skipped, or null where it is there. `from` is what brings it, by Debian's name. */
export function missingProgram(name: string, from = name): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, name)))
    ? null
    : `no ${name} (Debian: ${from})`;
}
