import { constants } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { hasCode } from './has-code.ts';
import { readText } from './read-text.ts';

/** The longest record, before it is written anew, of 20,000 associations with proxies whose names have a hundred signs. */
const longestBytes = 8 * 2 ** 20;

/**
 * A file for one writer at a time that is added to and replaced as a whole. It is not synced: what a killed process wrote is there, and after a loss
 * of power nothing of it would be true. Methods throw the file system's error; one is called after the other.
 */
export interface RecordFile {
  /** Null where there is none, and for what can be none: others may write it, it is too long, or no text. */
  read(): Promise<string | null>;
  replace(text: string): Promise<void>;
  append(text: string): Promise<void>;
  remove(): Promise<void>;
}

export function recordFile(path: string): RecordFile {
  const temporary = `${path}.new`;
  return {
    async read() {
      try {
        if ((await stat(path)).size > longestBytes) return null;
        return await readText(path, { ownOnly: true });
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
    async replace(text) {
      await rm(temporary, { force: true });
      try {
        await write(temporary, 'wx', text);
        await rename(temporary, path);
      } catch (error) {
        // What could not be completed must not fill the disk further.
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    append: (text) => write(path, constants.O_WRONLY | constants.O_APPEND, text),
    async remove() {
      await rm(temporary, { force: true });
      await rm(path, { force: true });
    },
  };
}

async function write(path: string, flags: 'wx' | number, text: string): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}
