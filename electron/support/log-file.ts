import { appendFileSync, lstatSync, mkdirSync, renameSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { requireOrdinary, WrongKindOfFile } from '../store/files/wrong-kind-of-file.ts';

/** A log at this length is put aside, bytes. */
const maxLength = 1024 * 1024;
/** So many that were put aside are kept: `….1` is the latest. */
const putAside = 4;

/**
 * Adds text to a log, for this user only, and puts a long log aside first, at most five files of a megabyte in all. What could not be put
 * aside goes to `onLost`, and the log begins anew. Throws where the file cannot be written, and where something else lies in its place or in
 * that of its directory: a named pipe would be waited for without end, and a link lead out of the data directory.
 */
export function appendToLog(file: string, text: string, onLost: (error: unknown) => void): void {
  const directory = dirname(file);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!lstatSync(directory).isDirectory()) throw new WrongKindOfFile(directory, 'is-link');
  if (lengthOf(file) > maxLength) makeRoom(file, onLost);
  appendFileSync(file, text, { mode: 0o600 });
}

function lengthOf(file: string): number {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  requireOrdinary(file, found);
  return found.size;
}

function makeRoom(file: string, onLost: (error: unknown) => void): void {
  try {
    putAsideLog(file);
  } catch (error) {
    onLost(error);
    truncateSync(file);
  }
}

/** Goes round what is no ordinary file. */
function putAsideLog(file: string): void {
  const numbers = Array.from({ length: putAside }, (_, index) => index + 1);
  const places = numbers.map((number) => `${file}.${number}`).filter(isFreeOrOrdinary);
  if (places.length === 0) throw new Error(`${file}.1 to .${putAside} are no files`);
  for (const [index, place] of [...places.entries()].reverse()) {
    const from = places[index - 1] ?? file;
    if (lstatSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, place);
  }
}

function isFreeOrOrdinary(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
}
