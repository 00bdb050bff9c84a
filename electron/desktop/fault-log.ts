import { appendFileSync, lstatSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { requireOrdinary } from '../store/files/wrong-kind-of-file.ts';

/** A log at this length is renamed to `….old`, over the one before, bytes. */
const maxLength = 1024 * 1024;
/** One entry's text, characters: a fault that repeats must not push all others out. */
const maxText = 8192;

/** Takes a fault: where it was seen, and what was thrown. */
export type FaultLog = (what: string, error: unknown) => void;

/** Writes faults to standard error and to a file. Never throws: there is no place left to tell it. */
export function createFaultLog(file: string, clock: () => Date = () => new Date()): FaultLog {
  return (what, error) => {
    const text = `${clock().toISOString()} ${what}: ${describe(error)}`.slice(0, maxText);
    process.stderr.write(`${text}\n`);
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      requireNoOther(file);
      if (lengthOf(file) > maxLength) renameSync(file, `${file}.old`);
      appendFileSync(file, `${text}\n`, { mode: 0o600 });
    } catch (failure) {
      process.stderr.write(`The log ${file} cannot be written: ${describe(failure)}\n`);
    }
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A named pipe in its place would be waited for without end, and a link lead out of the directory. */
function requireNoOther(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found !== undefined) requireOrdinary(file, found);
}

function lengthOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
