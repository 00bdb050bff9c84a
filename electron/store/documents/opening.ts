import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import { leftoversOf, sweep } from '../files/leftovers.ts';
import { realPath } from '../files/real-path.ts';
import { lastingNotice, storageNotice } from '../notice.ts';
import { storageError } from '../storage-error.ts';
import {
  isWhole,
  type Loaded,
  load,
  type NoticeCodes,
  recover,
  type Stored,
} from './document-file.ts';
import type { DocumentFormat } from './format.ts';
import { readCopies } from './good-copies.ts';

/** Runs a task with the lock of the document. */
export type Locked = <R>(task: () => Promise<R>) => Promise<R>;

/** What can be put in force of a file, and what the user is to know of it. Never throws for what the file is. */
export async function openStored<T>(
  directory: string,
  format: DocumentFormat<T>,
  codes: NoticeCodes,
  locked: Locked,
): Promise<{ stored: Stored<T>; notices: readonly Notice[] }> {
  const nothing: Stored<T> = { value: format.empty, savedAt: 0, text: null };
  const loaded = await load(directory, format);
  if (isWhole(loaded)) return { stored: whole(loaded), notices: [] };
  const [copy] = await readCopies(directory, format);
  if (loaded.kind === 'missing' && !copy) return { stored: nothing, notices: [] };
  if (loaded.kind === 'newer') {
    const detail = { file: format.file, version: loaded.version };
    return {
      stored: nothing,
      notices: [lastingNotice('file-newer', format.file, detail)],
    };
  }
  const fallBack = salvaged(loaded, copy ?? nothing);
  const path = join(directory, format.file);
  if (loaded.kind === 'unreadable') {
    const failed = storageNotice(storageError(path, loaded.error), path);
    const { distrusted } = format;
    const isDistrusted = loaded.error instanceof AppError && distrusted !== undefined;
    const value = isDistrusted ? distrusted : fallBack.value;
    return { stored: { ...fallBack, value, text: null }, notices: [failed] };
  }
  try {
    const recovered = await locked(async () => {
      // Another process may have restored it while this one waited.
      const again = await load(directory, format);
      if (isWhole(again)) return { stored: whole(again), notice: null };
      return recover(directory, format, codes, again, null);
    });
    return {
      stored: recovered.stored,
      notices: recovered.notice ? [recovered.notice] : [],
    };
  } catch (error) {
    return {
      stored: { ...fallBack, text: null },
      notices: [storageNotice(error, path)],
    };
  }
}

/** The others tell what was done about a damaged file. */
export function isLasting({ code }: Notice): boolean {
  return code === 'storage-failed' || code === 'file-newer';
}

/** With the lock, nobody else is writing. Where there is none to be had, the leftovers stay, and the opening tells why. */
export async function sweepLeftovers(path: string, locked: Locked): Promise<void> {
  try {
    const places = new Set([path, realPath(path)]);
    const found = (await Promise.all([...places].map(leftoversOf))).flat();
    if (found.length > 0) await locked(() => sweep(found));
  } catch (error) {
    if (!(storageError(path, error) instanceof AppError)) throw error;
  }
}

export function whole<T>(loaded: Extract<Loaded<T>, { kind: 'good' }>): Stored<T> {
  return {
    value: loaded.decoded.value,
    savedAt: loaded.savedAt,
    text: loaded.text,
  };
}

/** What can be shown of a file that cannot be restored just now. */
function salvaged<T>(
  loaded: Loaded<T>,
  copy: { readonly value: T; readonly savedAt: number },
): { readonly value: T; readonly savedAt: number } {
  return loaded.kind === 'good' ? { value: loaded.decoded.value, savedAt: loaded.savedAt } : copy;
}
