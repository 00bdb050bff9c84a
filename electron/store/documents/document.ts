import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import { createTopic } from '../../base/topic.ts';
import { createTurns } from '../../base/turns.ts';
import { withFileLock } from '../files/file-lock.ts';
import { watchFile } from '../files/file-watch.ts';
import { storageNotice } from '../notice.ts';
import { storageError } from '../storage-error.ts';
import {
  commit,
  isWhole,
  load,
  type NoticeCodes,
  recover,
  refusal,
  type Stored,
} from './document-file.ts';
import type { DocumentFormat } from './format.ts';
import { isLasting, type Locked, openStored, sweepLeftovers, whole } from './opening.ts';

export interface DocumentOptions {
  readonly codes?: NoticeCodes;
  /** Follow what other processes write. */
  readonly watch?: boolean;
  /** A file that was found damaged after it had been opened. */
  readonly onNotice?: (notice: Notice) => void;
  /** What a notice at the opening told holds no more; with its id. */
  readonly onSettled?: (noticeId: string) => void;
}

/** What a change made of a value. */
export interface Written<T> {
  readonly before: T;
  readonly after: T;
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
  /** After every change that was made through this, never one of another process: what lay there before and does now. As `onChange`. */
  onWrite(listener: (written: Written<T>) => void): () => void;
  close(): void;
}

const defaultCodes: NoticeCodes = {
  restored: 'file-restored',
  damaged: 'file-damaged',
};

/** Opens the value of a file; restores a damaged one. Never throws for what the file is: then a notice says what is wrong. */
export async function openDocument<T>(
  directory: string,
  format: DocumentFormat<T>,
  {
    codes = defaultCodes,
    watch = false,
    onNotice = () => {},
    onSettled = () => {},
  }: DocumentOptions = {},
): Promise<JsonDocument<T>> {
  const path = join(directory, format.file);
  const changed = createTopic<void>();
  const written = createTopic<Written<T>>();
  const inTurn = createTurns();
  const locked: Locked = (task) =>
    inTurn(path, async () => {
      try {
        return await withFileLock(`${path}.lock`, task);
      } catch (error) {
        throw storageError(path, error);
      }
    });

  await sweepLeftovers(path, locked);
  const opened = await openStored(directory, format, codes, locked);
  let current = opened.stored;
  let lasting = opened.notices.filter(isLasting);

  const adopt = (next: Stored<T>): void => {
    const isOther = next.text !== current.text;
    current = next;
    for (const { id } of lasting) onSettled(id);
    lasting = [];
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
      else if (loaded.kind === 'unreadable' && loaded.error instanceof AppError) {
        // What others may have written is not taken, and told.
        const told = storageNotice(loaded.error, path);
        lasting = [told];
        onNotice(told);
      }
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
          written.publish({ before: present.value, after: value });
        }
        return current.value;
      }),
    onChange: changed.listen,
    onWrite: written.listen,
    close() {
      unwatch();
      changed.end();
      written.end();
    },
  };
}
