import { appendFileSync, lstatSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { requireOrdinary } from '../store/files/wrong-kind-of-file.ts';

/** A log at this length is put aside, bytes. */
const maxLength = 1024 * 1024;
/** So many that were put aside are kept: `….1` is the latest. */
const putAside = 4;

/**
 * Adds text to a log, for this user only, and puts a long log aside first, at most five files of a megabyte in all. Throws where the file
 * cannot be written, and where something else lies in its place: a named pipe would be waited for without end, and a link lead out of the
 * directory.
 */
export function appendToLog(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (lengthOf(file) > maxLength) putAsideLog(file);
  appendFileSync(file, text, { mode: 0o600 });
}

function lengthOf(file: string): number {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  requireOrdinary(file, found);
  return found.size;
}

function putAsideLog(file: string): void {
  for (let number = putAside; number > 0; number -= 1) {
    const from = number === 1 ? file : `${file}.${number - 1}`;
    if (lstatSync(from, { throwIfNoEntry: false }) !== undefined)
      renameSync(from, `${file}.${number}`);
  }
}
