import { lstat, unlink } from 'node:fs/promises';
import { hasCode } from './has-code.ts';

/**
 * Takes a file away, or what stands in its place. A directory there is somebody's: it stays, and the file counts as gone. Throws what else the file
 * system throws.
 */
export async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    // Systems differ in what they say of a directory.
    if (hasCode(error, 'ENOENT') || (await isDirectory(path))) return;
    throw error;
  }
}

async function isDirectory(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isDirectory() === true;
}
