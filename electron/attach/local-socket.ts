import { rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Hello } from '../../shared/ipc/hello.ts';
import type { Asker } from '../../shared/model/caller.ts';
import type { ConsoleShell } from '../../shared/model/change-words.ts';
import { newSecret } from '../base/secret.ts';
import { actorName } from '../core/actor.ts';
import type { Router } from '../ipc/router.ts';
import { replaceFile } from '../store/files/atomic-file.ts';
import { readText } from '../store/files/read-text.ts';
import { realPath } from '../store/files/real-path.ts';
import { removeFile } from '../store/files/remove-file.ts';
import { storageError } from '../store/storage-error.ts';
import { endListening } from './end-listening.ts';
import { keepListening, type Listener, type ListeningParts } from './keep-listening.ts';
import { peerUidOf } from './peer-user.ts';
import { type Address, placeOf, socketPathFor } from './place.ts';
import { type Peer, servePeer } from './serve-peer.ts';
import { listenAtFile, type SocketFile } from './socket-file.ts';

export interface LocalParts {
  readonly directory: string;
  readonly router: Router;
  readonly shell: ConsoleShell;
  /** Of the app. */
  readonly version: string;
  readonly logFault: (what: string, error: unknown) => void;
}

/** Shells and commands at once. */
const mostPeers = 128;

/**
 * Listens for others who use the same data directory, of which the caller holds the lock, so that what a killed one left behind is taken away; as
 * long as that can be, again whenever it can. `onFault`: what keeps others from it, once; `onSettled`: nothing does. Resolves after the first
 * attempt with the end of it, which lets everybody go.
 */
export async function serveLocally(
  parts: LocalParts & Pick<ListeningParts, 'onFault' | 'onSettled' | 'lookMs'>,
): Promise<() => Promise<void>> {
  const peers = new Set<Peer>();
  const kept = keepListening({
    ...parts,
    place: () => parts.directory,
    listen: () => listen(parts, peers),
  });
  await kept.look();
  return () => endListening({ kept, peers: () => peers, logFault: parts.logFault });
}

async function listen(parts: LocalParts, peers: Set<Peer>): Promise<Listener> {
  const { directory, router, shell, version, logFault } = parts;
  const { addressFile } = placeOf(directory);
  const path = socketPathFor(directory);
  const token = newSecret();
  const machine = hostname().slice(0, 256);
  const server = createServer((socket) => {
    if (peers.size >= mostPeers) {
      socket.destroy();
      return;
    }
    const asker = (hello: Hello): Asker => askerAt(socket, hello);
    const peer = servePeer(socket, { router, token, version, machine, asker, logFault });
    peers.add(peer);
    void peer.ended.then(() => peers.delete(peer));
  });
  server.on('error', (error) => logFault('a peer could not be taken', error));
  const file = await listenAt(server, path);
  const address: Address = {
    ...{ socket: path, token, shell, pid: process.pid },
    directory: resolve(realPath(directory)),
  };
  const text = `${JSON.stringify(address)}\n`;
  const said = (): Promise<string | null> => readText(addressFile).catch(() => null);
  const close = async (): Promise<void> => {
    try {
      // Nobody is to look for it any more.
      await removeFile(addressFile);
    } finally {
      server.close();
      await file?.remove();
    }
  };
  try {
    await replaceFile(addressFile, text);
  } catch (error) {
    server.close();
    await file?.remove();
    throw storageError(addressFile, error);
  }
  return {
    isThere: async () => (await said()) === text && (file === null || (await file.isThere())),
    close,
  };
}

/** Null for a pipe, which has no file. */
async function listenAt(server: Server, path: string): Promise<SocketFile | null> {
  if (process.platform !== 'win32') {
    try {
      await rm(path, { force: true });
      return await listenAtFile(server, path, 0o600);
    } catch (error) {
      throw storageError(path, error);
    }
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return null;
}

/** Only this user comes as far as here; where the kernel says that it is somebody else all the same, it throws `not-allowed`. */
function askerAt(socket: Socket, { kind }: Hello): Asker {
  const uid = process.platform === 'win32' ? null : peerUidOf(socket);
  if (uid !== null && uid !== 0 && uid !== process.getuid?.())
    throw new AppError('not-allowed', { case: 'nobody', user: `uid ${uid}` });
  return { kind, user: actorName(), remote: null, role: 'administer', session: null };
}
