import { lstatSync, realpathSync } from 'node:fs';
import { hasCode } from './has-code.ts';
import { WrongKindOfFile } from './wrong-kind-of-file.ts';

/**
 * Where a file of the data directory really lies: its own path, or the one that the user linked it to, on another disk or among other
 * settings. Only that user (or root) can have made such a link, since nobody else may write to the directory; one by anybody else is not
 * followed, nor one that leads nowhere, whose disk may only be away. Throws `WrongKindOfFile`.
 */
export function realPath(path: string): string {
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (!link?.isSymbolicLink()) return path;
  const user = process.getuid?.() ?? link.uid;
  if (link.uid !== user && link.uid !== 0) throw new WrongKindOfFile(path, 'is-link');
  try {
    return realpathSync(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ELOOP', 'ENOTDIR')) throw error;
    throw new WrongKindOfFile(path, 'dangling-link');
  }
}
