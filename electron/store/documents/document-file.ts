import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import { keepUnder, replaceFile, timeInName } from '../files/atomic-file.ts';
import { hasCode } from '../files/has-code.ts';
import { readText } from '../files/read-text.ts';
import { notice } from '../notice.ts';
import { storageError } from '../storage-error.ts';
import { type Decoded, type DocumentFormat, type Parsed, parse, serialise } from './format.ts';
import { type GoodCopy, pruneCopies, readCopies, writeCopy } from './good-copies.ts';

/** What lies in the file now. `unreadable` is there, and the system does not let it be read. */
export type Loaded<T> =
  | ({ readonly text: string } & Parsed<T>)
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly error: unknown };

/** The notices of one kind of file. */
export interface NoticeCodes {
  readonly restored: 'profiles-restored' | 'file-restored';
  readonly damaged: 'profiles-damaged' | 'file-damaged';
}

/** A value as it lies in the file: its text tells whether the file was changed since. */
export interface Stored<T> {
  readonly value: T;
  readonly savedAt: number;
  readonly text: string | null;
}

export async function load<T>(directory: string, format: DocumentFormat<T>): Promise<Loaded<T>> {
  try {
    const text = await readText(join(directory, format.file), {
      ownOnly: format.distrusted !== undefined,
    });
    return text === null ? { text: '', kind: 'damaged' } : { text, ...parse(format, text) };
  } catch (error) {
    return hasCode(error, 'ENOENT') ? { kind: 'missing' } : { kind: 'unreadable', error };
  }
}

/** Whether nothing of the file was lost. */
export function isWhole<T>(
  loaded: Loaded<T>,
): loaded is Extract<Loaded<T>, { kind: 'good' }> & { text: string } {
  return loaded.kind === 'good' && loaded.decoded.lost.length === 0;
}

/** Puts a value in force, and a copy beside it. Throws the file system's error; the file then is as before. Needs the file's lock. */
export async function commit<T>(
  directory: string,
  format: DocumentFormat<T>,
  value: T,
  before: number,
): Promise<Stored<T>> {
  const path = join(directory, format.file);
  // Times rise even where the clock was set back: the newest copy is the last one written.
  const savedAt = Math.max(Date.now(), before + 1);
  const text = serialise(format, value, savedAt);
  const copy = await writeCopy(path, text, savedAt);
  try {
    await replaceFile(path, text);
  } catch (error) {
    await rm(copy, { force: true }).catch(() => {});
    throw error;
  }
  await pruneCopies(directory, format);
  return { value, savedAt, text };
}

/**
 * Sets a damaged file aside, and puts in force what is newest and good: a copy, or what this process has in memory. From a file of which
 * some entries are good, those stay, and a copy gives the others where it has them. Needs the file's lock; throws as `commit`.
 */
export async function recover<T>(
  directory: string,
  format: DocumentFormat<T>,
  codes: NoticeCodes,
  loaded: Loaded<T>,
  memory: GoodCopy<T> | null,
): Promise<{ stored: Stored<T>; notice: Notice }> {
  const kept = loaded.kind === 'missing' ? null : await setAside(directory, format.file);
  const copies = [...(await readCopies(directory, format))];
  if (memory) copies.push(memory);
  copies.sort((a, b) => b.savedAt - a.savedAt);
  const newest = copies[0];
  const before = newest?.savedAt ?? 0;
  if (loaded.kind === 'good') {
    const { value, mended } = mend(format, loaded.decoded, copies);
    const stored = await commit(directory, format, value, Math.max(before, loaded.savedAt));
    const lost = loaded.decoded.lost.length;
    const detail = { case: 'entries', file: format.file, kept, lost, mended } as const;
    return { stored, notice: notice(codes.damaged, detail) };
  }
  const stored = await commit(directory, format, newest?.value ?? format.empty, before);
  const { file } = format;
  return {
    stored,
    notice:
      newest === undefined
        ? notice(codes.damaged, { case: 'whole', file, kept })
        : notice(codes.restored, { file, kept, restoredFrom: newest.savedAt }),
  };
}

/** Why a file that is there may not be replaced. */
export function refusal(directory: string, file: string, loaded: Loaded<unknown>): unknown {
  const path = join(directory, file);
  if (loaded.kind === 'unreadable') return storageError(path, loaded.error);
  if (loaded.kind !== 'newer') return null;
  return new AppError('storage-failed', { case: 'newer', path, version: loaded.version });
}

async function setAside(directory: string, file: string): Promise<string> {
  const wanted = join(directory, `${file}.${timeInName(Date.now())}.damaged`);
  return basename(await keepUnder(join(directory, file), wanted));
}

function mend<T>(format: DocumentFormat<T>, decoded: Decoded<T>, copies: readonly GoodCopy<T>[]) {
  let { value } = decoded;
  let mended = 0;
  for (const key of decoded.lost) {
    if (key === null) continue;
    for (const copy of copies) {
      const next = format.mend(value, key, copy.value);
      if (next === null) continue;
      value = next;
      mended++;
      break;
    }
  }
  return { value: format.settle?.(value) ?? value, mended };
}
