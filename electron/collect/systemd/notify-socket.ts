import { constants } from 'node:os';
import { nameOfErrno } from '../../transport/kernel/errno-name.ts';
import { type Libc, loadLibc } from '../../transport/kernel/libc.ts';
import { sendAtOnce, socketType } from '../../transport/kernel/linux.ts';

/** AF_UNIX, SOCK_DGRAM, and the length of `sun_path`, bytes. */
const unix = { family: 1, datagram: 2, pathLength: 108 } as const;

/** Sends to a Unix socket of datagrams, which Node has no other way to. Each message is tried once; throws where it could not be sent. */
export type SendTo = (message: string) => void;

/**
 * The socket that `NOTIFY_SOCKET` names: an absolute path, or an abstract name behind `@`. Throws where that is none of these, or where the C
 * library cannot be called.
 */
export function datagramsTo(name: string): SendTo {
  const address = addressOf(name);
  const libc = loadLibc();
  if (typeof libc === 'string') throw new Error(`the C library cannot be called (${libc})`);
  return (message) => send(libc, address, Buffer.from(message));
}

/** `struct sockaddr_un`, no longer than its path: of an abstract name each byte counts. */
export function addressOf(name: string): Uint8Array {
  const isAbstract = name.startsWith('@');
  if (!isAbstract && !name.startsWith('/')) throw new Error(`${name} is no Unix socket`);
  const path = Buffer.from(isAbstract ? `\0${name.slice(1)}` : `${name}\0`);
  if (path.length > unix.pathLength) throw new Error(`${name} is too long for a Unix socket`);
  // The family stands in the order of this machine, and Node runs on machines of this one only.
  return Buffer.concat([Buffer.from(Uint16Array.of(unix.family).buffer), path]);
}

/** On a socket of its own: the manager may have been started anew since. */
function send(libc: Libc, address: Uint8Array, message: Uint8Array): void {
  const type = unix.datagram | socketType.closeOnExec | socketType.nonBlocking;
  const fd = libc.socket(unix.family, type, 0);
  if (fd < 0) throw failed('socket', libc.errno());
  try {
    if (libc.connect(fd, address, address.length) < 0) throw failed('connect', libc.errno());
    if (libc.send(fd, message, message.length, sendAtOnce) < 0) throw failed('send', libc.errno());
  } finally {
    libc.close(fd);
  }
}

function failed(call: string, errno: number): Error {
  const why = errno === constants.errno.EAGAIN ? 'its queue is full' : nameOfErrno(errno);
  return new Error(`${call}: ${why}`);
}
