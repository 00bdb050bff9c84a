import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { metricsTokenPattern } from '../../../shared/model/metrics-service.ts';
import { hasCode } from '../../store/files/has-code.ts';
import { requireOrdinary } from '../../store/files/wrong-kind-of-file.ts';
import { chosenPathError } from '../../store/storage-error.ts';

/** Far more than a token, a key or a chain of certificates has. */
const longestBytes = 256 * 1024;
/** Group and others, whatever they may do with it. */
const others = 0o077;

/**
 * The text of a file that the user named. `secret`: nobody but its owner may read it. Throws `invalid-input` where others may, or where it is longer
 * than any such file, `not-found` where there is none, and `storage-failed` where it cannot be read. Never waits for a pipe that stands in its place.
 */
export async function readNamedFile(
  path: string,
  { secret }: { readonly secret: boolean },
): Promise<string> {
  try {
    requireOrdinary(path, await stat(path));
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await file.stat();
      requireOrdinary(path, stats);
      // Windows has access lists, of which the mode says nothing.
      if (secret && process.platform !== 'win32' && (stats.mode & others) !== 0)
        throw fault(path, 'open-to-others', (stats.mode & 0o777).toString(8).padStart(4, '0'));
      if (stats.size > longestBytes) throw fault(path, 'long', '');
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) throw new AppError('not-found', { case: 'file', path });
    throw chosenPathError(path, error);
  }
}

/** The token in a file. Throws what `readNamedFile` throws, and `invalid-input` for what is no token. */
export async function readToken(path: string): Promise<string> {
  const token = (await readNamedFile(path, { secret: true })).trim();
  if (!metricsTokenPattern.test(token)) throw fault(path, 'no-token', '');
  return token;
}

function fault(path: string, problem: 'open-to-others' | 'long' | 'no-token', mode: string) {
  return new AppError('invalid-input', { case: 'metrics-file', path, problem, mode });
}
