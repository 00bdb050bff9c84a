import { constants } from 'node:os';
import { AppError } from '../../../shared/errors.ts';
import { hostAndPort } from '../../../shared/model/host.ts';
import { within } from '../../base/within.ts';
import type { HandshakeOptions, Transport } from '../transport.ts';
import { nameOfErrno } from './errno-name.ts';
import { KernelTransport, watchConnected } from './kernel-transport.ts';
import type { Libc } from './libc.ts';
import { socketLevel, socketOption } from './linux.ts';
import { openSocket } from './socket.ts';
import { socketAddress } from './socket-address.ts';
import { requireLibc } from './support.ts';

export interface KernelTarget {
  /** For messages. */
  readonly host: string;
  readonly address: string;
  readonly family: 4 | 6;
  /** SCTP port. */
  readonly port: number;
}

/**
 * Opens an association on a socket of the kernel. Throws `no-kernel-sctp`, `refused`, `unreachable`, `connect-timeout`, `cancelled`.
 */
export async function connectKernel(
  target: KernelTarget,
  options: HandshakeOptions,
): Promise<Transport> {
  const libc = requireLibc();
  const fd = openSocket(libc, target.family === 6);
  try {
    const address = socketAddress(target.address, target.port);
    if (
      libc.connect(fd, address, address.length) < 0 &&
      libc.errno() !== constants.errno.EINPROGRESS
    ) {
      throw connectError(libc.errno(), target);
    }
    await connected(libc, fd, target, options);
  } catch (error) {
    libc.close(fd);
    throw error;
  }
  return new KernelTransport(watchConnected(fd), libc, hostAndPort(target.host, target.port));
}

/** Resolves when the association is established. */
async function connected(
  libc: Libc,
  fd: number,
  target: KernelTarget,
  options: HandshakeOptions,
): Promise<void> {
  await writable(libc, fd, target, options);
  const value = Buffer.alloc(4);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(4, 0);
  libc.getsockopt(fd, socketLevel, socketOption.error, value, length);
  const errno = value.readInt32LE(0);
  if (errno !== 0) throw connectError(errno, target);
}

async function writable(
  libc: Libc,
  fd: number,
  target: KernelTarget,
  { signal, connectTimeoutMs }: HandshakeOptions,
): Promise<void> {
  const { host, port } = target;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const unwatch = libc.watchWritable(fd, (error) => (error === null ? resolve() : reject(error)));
  try {
    await within(() => promise, {
      ms: connectTimeoutMs,
      onTimeout: () => {
        throw unanswered(target);
      },
      signal,
      onAbort: () =>
        new AppError('cancelled', { case: 'connection', where: hostAndPort(host, port) }),
    });
  } finally {
    unwatch();
  }
}

function unanswered({ host, port }: KernelTarget, cause?: unknown): AppError {
  return new AppError('connect-timeout', { case: 'kernel', host, port }, { cause });
}

function connectError(errno: number, target: KernelTarget): AppError {
  const { host, port } = target;
  switch (errno) {
    case constants.errno.ECONNREFUSED:
    case constants.errno.ECONNRESET:
      return new AppError('refused', { case: 'here', host, port });
    case constants.errno.ETIMEDOUT:
      return unanswered(target);
    default:
      return new AppError('unreachable', { case: 'here', host, cause: nameOfErrno(errno) });
  }
}
