import { randomBytes } from 'node:crypto';
import { chmod, link, lstat, rm } from 'node:fs/promises';
import type { Server } from 'node:net';
import { dirname, join } from 'node:path';

/** The file of a socket. */
export interface SocketFile {
  /** Whether it is there still, and nothing else in its place. */
  isThere(): Promise<boolean>;
  /** Takes it away, unless something else is in its place. */
  remove(): Promise<void>;
}

/**
 * Has a server listen at the path of a Unix socket whose file has this mode from the first. Throws what the file system throws, `EEXIST` where
 * anything is at that path; then the server is closed.
 */
export async function listenAtFile(
  server: Server,
  path: string,
  mode: number,
): Promise<SocketFile> {
  // A server that closes removes the name that it was bound to, though another process may have put a socket of its own there meanwhile.
  const bound = join(dirname(path), `.${randomBytes(3).toString('hex')}`);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(bound, () => {
      server.off('error', reject);
      resolve();
    });
  });
  try {
    await chmod(bound, mode);
    await link(bound, path);
    const mine = await lstat(bound);
    await rm(bound, { force: true });
    const isThere = async (): Promise<boolean> => {
      // What cannot be looked at cannot be reached by others either.
      const found = await lstat(path).catch(() => null);
      // The number of a file is given to no other as long as a server listens on it.
      return found?.ino === mine.ino && found.dev === mine.dev;
    };
    return {
      isThere,
      async remove() {
        if (await isThere()) await rm(path, { force: true });
      },
    };
  } catch (error) {
    // Which takes the name away that it was bound to.
    server.close();
    throw error;
  }
}
