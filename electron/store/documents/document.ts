import { join } from 'node:path';
import type { Notice } from '../../../shared/model/app-info.ts';
import { createTopic } from '../../base/topic.ts';
import { createTurns } from '../../base/turns.ts';
import { withFileLock } from '../files/file-lock.ts';
import { watchFile } from '../files/file-watch.ts';
import { notice, storageNotice } from '../notice.ts';
import { storageError } from '../storage-error.ts';
import {
  commit,
  isWhole,
  type Loaded,
  load,
  type NoticeCodes,
  recover,
  refusal,
  type Stored,
} from './document-file.ts';
import type { Format } from './format.ts';
import { readCopies } from './good-copies.ts';

export interface DocumentOptions {
  readonly codes?: NoticeCodes;
  /** Follow what other processes write. */
  readonly watch?: boolean;
  /** A file that was found damaged after it had been opened. */
  readonly onNotice?: (notice: Notice) => void;
}

/** A value that lies in a file of the data directory, which several processes may share. */
export interface JsonDocument<T> {
  readonly notices: readonly Notice[];
  get(): T;
  /**
   * Edits what lies in the file now, which may be newer than what `get` answered. One edit at a time, over all processes. `edit` may throw.
   * Throws `storage-full` and `storage-failed`, and then nothing is changed, here or on the disk.
   */
  change(edit: (value: T) => T): Promise<T>;
  /** After every change, whichever process made it. Listeners must not throw. Returns unsubscribing. */
  onChange(listener: () => void): () => void;
  close(): void;
}

const defaultCodes: NoticeCodes = { restored: 'file-restored', damaged: 'file-damaged' };

/** Opens the value of a file; restores a damaged one. Never throws for what the file is: then a notice says what is wrong. */
export async function openDocument<T>(
  directory: string,
  format: Format<T>,
  { codes = defaultCodes, watch = false, onNotice = () => {} }: DocumentOptions = {},
): Promise<JsonDocument<T>> {
  const path = join(directory, format.file);
  const changed = createTopic<void>();
  const inTurn = createTurns();
  const locked = <R>(task: () => Promise<R>): Promise<R> =>
    inTurn(path, async () => {
      try {
        return await withFileLock(`${path}.lock`, task);
      } catch (error) {
        throw storageError(path, error);
      }
    });

  const opened = await open(directory, format, codes, locked);
  let current = opened.stored;

  const adopt = (next: Stored<T>): void => {
    const isOther = next.text !== current.text;
    current = next;
    if (isOther) changed.publish();
  };
  /** What lies in the file now. */
  const refresh = async (): Promise<Stored<T>> => {
    const loaded = await load(directory, format);
    if (isWhole(loaded)) return whole(loaded);
    if (loaded.kind === 'missing' && current.text === null) return current;
    const refused = refusal(directory, format.file, loaded);
    if (refused !== null) throw refused;
    const memory = current.text === null ? null : current;
    const recovered = await recover(directory, format, codes, loaded, memory);
    onNotice(recovered.notice);
    return recovered.stored;
  };
  const follow = (): Promise<void> =>
    inTurn(path, async () => {
      const loaded = await load(directory, format);
      // A damaged file may be one that an editor is still writing; the next change restores it if it stays so.
      if (isWhole(loaded)) adopt(whole(loaded));
    });
  const unwatch = watch ? watchFile(path, follow) : () => {};

  return {
    notices: opened.notices,
    get: () => current.value,
    change: (edit) =>
      locked(async () => {
        const present = await refresh();
        adopt(present);
        const value = edit(present.value);
        if (value !== present.value) {
          adopt(await commit(directory, format, value, present.savedAt));
        }
        return current.value;
      }),
    onChange: changed.listen,
    close() {
      unwatch();
      changed.end();
    },
  };
}

async function open<T>(
  directory: string,
  format: Format<T>,
  codes: NoticeCodes,
  locked: <R>(task: () => Promise<R>) => Promise<R>,
): Promise<{ stored: Stored<T>; notices: readonly Notice[] }> {
  const nothing: Stored<T> = { value: format.empty, savedAt: 0, text: null };
  const loaded = await load(directory, format);
  if (isWhole(loaded)) return { stored: whole(loaded), notices: [] };
  const [copy] = await readCopies(directory, format);
  if (loaded.kind === 'missing' && !copy) return { stored: nothing, notices: [] };
  if (loaded.kind === 'newer') {
    const detail = { file: format.file, version: loaded.version };
    return { stored: nothing, notices: [notice('file-newer', detail)] };
  }
  const fallBack = salvaged(loaded, copy ?? nothing);
  const path = join(directory, format.file);
  if (loaded.kind === 'unreadable') {
    const failed = storageNotice(storageError(path, loaded.error), path);
    return { stored: { ...fallBack, text: null }, notices: [failed] };
  }
  try {
    const recovered = await locked(async () => {
      // Another process may have restored it while this one waited.
      const again = await load(directory, format);
      if (isWhole(again)) return { stored: whole(again), notice: null };
      return recover(directory, format, codes, again, null);
    });
    return { stored: recovered.stored, notices: recovered.notice ? [recovered.notice] : [] };
  } catch (error) {
    return { stored: { ...fallBack, text: null }, notices: [storageNotice(error, path)] };
  }
}

function whole<T>(loaded: Extract<Loaded<T>, { kind: 'good' }>): Stored<T> {
  return { value: loaded.decoded.value, savedAt: loaded.savedAt, text: loaded.text };
}

/** What can be shown of a file that cannot be restored just now. */
function salvaged<T>(
  loaded: Loaded<T>,
  copy: { readonly value: T; readonly savedAt: number },
): { readonly value: T; readonly savedAt: number } {
  return loaded.kind === 'good' ? { value: loaded.decoded.value, savedAt: loaded.savedAt } : copy;
}
