import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { actorName } from '../core/actor.ts';
import { type MachineUser, machineUserOf } from '../core/roles/machine-user.ts';
import { descriptorOf } from '../transport/kernel/descriptor.ts';
import { loadLibc } from '../transport/kernel/libc.ts';
import { socketLevel, socketOption } from '../transport/kernel/linux.ts';

const require = createRequire(import.meta.url);

/**
 * Whose process opened the other end of a local socket, as the kernel says: what the peer says of itself plays no part. On Windows a pipe lets
 * only its own user in. Null where this system does not tell, or the socket is gone: then nobody is to be let in by who they are.
 */
export async function peerUserOf(socket: Socket): Promise<MachineUser | null> {
  if (process.platform === 'win32') return { uid: null, name: actorName(), groups: [] };
  const uid = peerUidOf(socket);
  return uid === null ? null : machineUserOf(uid);
}

/** The number alone; null as of `peerUserOf`. */
export function peerUidOf(socket: Socket): number | null {
  const fd = descriptorOf(socket);
  if (fd === undefined) return null;
  return process.platform === 'darwin' ? uidByPeerId(fd) : uidByCredentials(fd);
}

/** Linux: `struct ucred` has the numbers of the process, the user and the group, 32 bits each. */
const credentialsLength = 12;

function uidByCredentials(fd: number): number | null {
  const libc = loadLibc();
  if (typeof libc === 'string') return null;
  const credentials = Buffer.alloc(credentialsLength);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(credentialsLength);
  const failed = libc.getsockopt(
    fd,
    socketLevel,
    socketOption.peerCredentials,
    credentials,
    length,
  );
  if (failed !== 0 || length.readUInt32LE() !== credentialsLength) return null;
  const pid = credentials.readInt32LE(0);
  // What is no local socket answers with nobody.
  return pid <= 0 ? null : credentials.readUInt32LE(4);
}

type GetPeerId = (fd: number, uid: Uint8Array, gid: Uint8Array) => number;
let getPeerId: GetPeerId | null | undefined;

/** macOS, and as BSD has it. */
function uidByPeerId(fd: number): number | null {
  getPeerId ??= loadGetPeerId();
  const uid = Buffer.alloc(4);
  return getPeerId?.(fd, uid, Buffer.alloc(4)) === 0 ? uid.readUInt32LE() : null;
}

function loadGetPeerId(): GetPeerId | null {
  try {
    const koffi = require('koffi') as { load(name: string): { func(type: string): GetPeerId } };
    return koffi
      .load('libSystem.B.dylib')
      .func('int getpeereid(int fd, _Out_ uint8_t *uid, _Out_ uint8_t *gid)');
  } catch {
    // Koffi does not run here: nobody is known.
    return null;
  }
}
