import { stat } from 'node:fs/promises';
import { createFile, replaceFile } from '../../store/files/atomic-file.ts';
import { hasCode } from '../../store/files/has-code.ts';
import { requireOrdinary } from '../../store/files/wrong-kind-of-file.ts';
import { chosenPathError } from '../../store/storage-error.ts';
import { usageError } from '../arguments/usage.ts';

/**
 * Writes a text as a whole to a path that the user named. What is there already stays as it is, unless it is a file, or leads to one, that is to be
 * replaced: a rename would put a file in the place of a device or a pipe. `help`: the words of the command. Throws `invalid-input` where a file is
 * there, `storage-full` and `storage-failed`.
 */
export async function writeChosenFile(
  path: string,
  text: string,
  { replace, help }: { readonly replace: boolean; readonly help: string },
): Promise<void> {
  try {
    const isThere = await requireFileOrNothing(path);
    if (isThere && !replace) throw usageError({ case: 'output-exists', path }, help);
    await (replace ? replaceFile(path, text) : createFile(path, text));
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw usageError({ case: 'output-exists', path }, help);
    throw chosenPathError(path, error);
  }
}

async function requireFileOrNothing(path: string): Promise<boolean> {
  try {
    requireOrdinary(path, await stat(path));
    return true;
  } catch (error) {
    // A link that leads nowhere is told of by what writes.
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}
