import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** Where the system reports nothing. */
const pollMs = 2000;
/** Where it says that it will: network drives say so, and report nothing of what others write to them. */
const watchedPollMs = 10_000;
/** A replaced file is several reports. */
const settleMs = 30;

/**
 * Calls `onChange` after the file was replaced or written, or its owner or mode changed, by whichever process; not before the last call has ended. `onChange` must not
 * reject. Does not keep the process running. Returns the end of it.
 */
export function watchFile(path: string, onChange: () => Promise<void>): () => void {
  let ended = false;
  let seen: string | null = null;
  let checking = false;
  let settle: NodeJS.Timeout | null = null;
  let watcher: FSWatcher | null = null;

  const look = async (): Promise<void> => {
    settle = null;
    if (checking) return soon();
    checking = true;
    try {
      const found = await signature(path);
      if (!ended && found !== seen) {
        seen = found;
        await onChange();
      }
    } finally {
      // A bug in `onChange` is told of as any, and does not end the following.
      checking = false;
    }
  };
  const soon = (): void => {
    if (ended || settle) return;
    settle = setTimeout(look, settleMs).unref();
  };
  let timer: NodeJS.Timeout | undefined;
  const poll = (everyMs: number): void => {
    clearInterval(timer);
    if (!ended) timer = setInterval(look, everyMs).unref();
  };
  try {
    // The directory, since the file is another one after each change.
    watcher = watch(dirname(path), { persistent: false }, (_, name) => {
      if (name === null || name === basename(path)) soon();
    });
    watcher.on('error', () => {
      watcher?.close();
      poll(pollMs);
    });
  } catch {
    // No watch to be had (the system's limit is reached, say): the poll below finds every change, later.
  }
  poll(watcher === null ? pollMs : watchedPollMs);
  void look();
  return () => {
    ended = true;
    watcher?.close();
    clearInterval(timer);
    if (settle) clearTimeout(settle);
  };
}

/** Changes with every replacement, every write, and whoever owns the file or may write to it; null without a file, and why it cannot be looked at where that is so. */
async function signature(path: string): Promise<string | null> {
  try {
    const { ino, size, mtimeNs, ctimeNs, mode, uid } = await stat(path, { bigint: true });
    // Whoever may write to the directory may put another file there.
    const around = await stat(dirname(path));
    return `${ino} ${size} ${mtimeNs} ${ctimeNs} ${mode} ${uid} ${around.mode} ${around.uid}`;
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : code;
  }
}
