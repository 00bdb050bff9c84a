import { chmod, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { AppError } from '../../shared/errors.ts';
import type { Hello } from '../../shared/ipc/hello.ts';
import type { Asker } from '../../shared/model/caller.ts';
import type { ConsoleShell } from '../../shared/model/change-words.ts';
import { newSecret } from '../base/secret.ts';
import { actorName } from '../core/actor.ts';
import type { Router } from '../ipc/router.ts';
import { replaceFile } from '../store/files/atomic-file.ts';
import { peerUidOf } from './peer-user.ts';
import { type Address, placeOf, socketPathFor } from './place.ts';
import { type Peer, servePeer } from './serve-peer.ts';

export interface LocalParts {
  readonly directory: string;
  readonly router: Router;
  readonly shell: ConsoleShell;
  /** Of the app. */
  readonly version: string;
  readonly logFault: (what: string, error: unknown) => void;
}

export interface LocalListener {
  /** Lets everybody go, and listens no more. */
  close(): Promise<void>;
}

/** Shells and commands at once. */
const mostPeers = 128;

/**
 * Listens for others who use the same data directory, of which the caller holds the lock: what a killed one left behind is taken away. Throws what
 * the file system throws, and `storage-failed`.
 */
export async function listenLocally(parts: LocalParts): Promise<LocalListener> {
  const { directory, router, shell, version, logFault } = parts;
  const { addressFile } = placeOf(directory);
  const path = socketPathFor(directory);
  const isFile = process.platform !== 'win32';
  const token = newSecret();
  const machine = hostname().slice(0, 256);
  const peers = new Set<Peer>();
  const server = createServer((socket) => {
    const asker = (hello: Hello): Asker => askerAt(socket, hello);
    const peer = servePeer(socket, { router, token, version, machine, asker, logFault });
    peers.add(peer);
    void peer.ended.then(() => peers.delete(peer));
  });
  server.maxConnections = mostPeers;
  if (isFile) await rm(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', (error) => logFault('a peer could not be taken', error));
  const close = async (): Promise<void> => {
    // Nobody is to look for it any more.
    await rm(addressFile, { force: true });
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const peer of peers) peer.close();
    await closed;
  };
  try {
    if (isFile) await chmod(path, 0o600);
    const address: Address = { socket: path, token, shell, pid: process.pid };
    await replaceFile(addressFile, `${JSON.stringify(address)}\n`);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

/** Only this user comes as far as here; where the kernel says that it is somebody else all the same, it throws `not-allowed`. */
function askerAt(socket: Socket, { kind }: Hello): Asker {
  const uid = process.platform === 'win32' ? null : peerUidOf(socket);
  if (uid !== null && uid !== 0 && uid !== process.getuid?.())
    throw new AppError('not-allowed', { case: 'nobody', user: `uid ${uid}` });
  return { kind, user: actorName(), remote: null, role: 'administer', session: null };
}
