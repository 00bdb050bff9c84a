import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile, timeInName } from '../files/atomic-file.ts';
import { readText } from '../files/read-text.ts';
import { type DocumentFormat, parse } from './format.ts';

/** A copy of the file as it once was good. */
export interface GoodCopy<T> {
  /** Epoch milliseconds. */
  readonly savedAt: number;
  readonly value: T;
}

const suffix = '.copy';

/** Writes the copy that belongs to a text about to be put in force. Answers its path. */
export async function writeCopy(path: string, text: string, savedAt: number): Promise<string> {
  const copy = `${path}.${timeInName(savedAt)}${suffix}`;
  await replaceFile(copy, text);
  return copy;
}

/** The whole copies, newest first. Damaged ones are passed over and stay where they are until their turn to go. */
export async function readCopies<T>(
  directory: string,
  format: DocumentFormat<T>,
): Promise<readonly GoodCopy<T>[]> {
  const copies: GoodCopy<T>[] = [];
  for (const name of await listCopies(directory, format.file)) {
    const text = await readText(join(directory, name)).catch(() => null);
    const parsed = parse(format, text ?? '');
    if (parsed.kind !== 'good' || parsed.decoded.lost.length > 0) continue;
    copies.push({ savedAt: parsed.savedAt, value: parsed.decoded.value });
  }
  return copies;
}

/**
 * Drops all but the newest copies, and the last one of each of the newest days that have one, so that also what was lost some days ago is in
 * one. One that cannot be removed does no harm.
 */
export async function pruneCopies(
  directory: string,
  { file, copies, days = 0 }: Pick<DocumentFormat<unknown>, 'file' | 'copies' | 'days'>,
): Promise<void> {
  const names = await listCopies(directory, file);
  const kept = new Set(names.slice(0, copies));
  const dayOf = (name: string): string => name.slice(file.length + 1, file.length + 11);
  const lastOfDays = [...Map.groupBy(names, dayOf).values()].slice(0, days);
  for (const [last] of lastOfDays) if (last !== undefined) kept.add(last);
  for (const name of names) {
    if (!kept.has(name)) await rm(join(directory, name), { force: true }).catch(() => {});
  }
}

/** Newest first. */
async function listCopies(directory: string, file: string): Promise<readonly string[]> {
  const names = await readdir(directory);
  return names
    .filter((name) => name.startsWith(`${file}.`) && name.endsWith(suffix))
    .sort()
    .reverse();
}
