import { createServer, isIPv6 } from 'node:net';
import { constants } from 'node:os';
import { AppError } from '../../../shared/errors.ts';
import type { KernelSctpReason } from '../../../shared/model/kernel-sctp.ts';
import { within } from '../../base/within.ts';
import { noKernelSctp } from '../doctor/errors.ts';
import type { HandshakeOptions, Transport, TransportServer } from '../transport.ts';
import { KernelTransport, watchAccepted, watchConnected } from './kernel-transport.ts';
import { type Libc, loadLibc } from './libc.ts';
import { family, socketAddress } from './socket-address.ts';

const protocolSctp = 132;
const streamSocket = 1;
const nonBlocking = 0o4000;
const closeOnExec = 0o2000000;
const socketLevel = 1;
const reuseAddress = 2;
const socketError = 4;
const sctpNoDelay = 3;
const sctpRetransmission = 0;
const sctpInitialMessage = 2;
/**
 * Milliseconds, as for SCTP in UDP (RFC 9260 section 16 has 3000 or 1000 for the first, and a minute at most): a session of small
 * messages is to answer soon after the network is back.
 */
const retransmission = { initial: 1000, max: 1000, min: 300 };
/** INITs until the timeout, which is ours. */
const maxInitAttempts = 0xffff;
const backlog = 128;

export interface KernelTarget {
  /** For messages. */
  readonly host: string;
  readonly address: string;
  readonly family: 4 | 6;
  /** SCTP port. */
  readonly port: number;
}

/** Whether this machine's kernel has SCTP, and if not, why. Asked afresh each time: the module may be loaded while the app runs. */
export function kernelSctpSupport(): { available: boolean; reason: KernelSctpReason } {
  const libc = loadLibc();
  if (typeof libc === 'string') return { available: false, reason: libc };
  const fd = libc.socket(family.inet, streamSocket | closeOnExec, protocolSctp);
  if (fd < 0) return { available: false, reason: unsupported(libc.errno()) };
  libc.close(fd);
  return { available: true, reason: 'here' };
}

function unsupported(errno: number): KernelSctpReason {
  return errno === constants.errno.EPROTONOSUPPORT ? 'none' : 'refused';
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
  return new KernelTransport(watchConnected(fd), libc, `${target.host}:${target.port}`);
}

/** Accepts associations on the kernel's SCTP. Throws `no-kernel-sctp` or the system's refusal of the address. */
export async function listenKernel(
  { host, port }: { readonly host: string; readonly port: number },
  onAssociation: (transport: Transport) => void,
): Promise<TransportServer> {
  const libc = requireLibc();
  const fd = openSocket(libc, isIPv6(host));
  const address = socketAddress(host, port);
  setInteger(libc, fd, socketLevel, reuseAddress, 1);
  if (libc.bind(fd, address, address.length) < 0 || libc.listen(fd, backlog) < 0) {
    const errno = libc.errno();
    libc.close(fd);
    throw new AppError(
      'invalid-input',
      `SCTP port ${port} of ${host} cannot be taken (error ${errno}). Choose another port.`,
      { detail: { host, port } },
    );
  }
  const open = new Set<KernelTransport>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const transport = new KernelTransport(watchAccepted(socket), libc, 'a client');
    open.add(transport);
    void transport.ended.then(() => open.delete(transport));
    onAssociation(transport);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ fd }, resolve);
  });
  return {
    host,
    port,
    udpPort: null,
    get associations() {
      return open.size;
    },
    async close() {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([...open].map((transport) => transport.close()));
      await stopped;
    },
  };
}

function requireLibc(): Libc {
  const libc = loadLibc();
  const support = kernelSctpSupport();
  if (typeof libc !== 'string' && support.available) return libc;
  throw noKernelSctp(support.reason);
}

function openSocket(libc: Libc, ipv6: boolean): number {
  const fd = libc.socket(
    ipv6 ? family.inet6 : family.inet,
    streamSocket | nonBlocking | closeOnExec,
    protocolSctp,
  );
  if (fd < 0) throw noKernelSctp(unsupported(libc.errno()));
  setInteger(libc, fd, protocolSctp, sctpNoDelay, 1);
  setRetransmission(libc, fd);
  return fd;
}

/** `struct sctp_rtoinfo` and `struct sctp_initmsg` (RFC 6458, sections 8.1.1 and 8.1.3). */
function setRetransmission(libc: Libc, fd: number): void {
  const { initial, max, min } = retransmission;
  const times = new Uint32Array([0, initial, max, min]);
  const init = new Uint16Array([0, 0, maxInitAttempts, max]);
  for (const [option, value] of [
    [sctpRetransmission, times],
    [sctpInitialMessage, init],
  ] as const) {
    libc.setsockopt(fd, protocolSctp, option, new Uint8Array(value.buffer), value.byteLength);
  }
}

function setInteger(libc: Libc, fd: number, level: number, option: number, value: number): void {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value, 0);
  libc.setsockopt(fd, level, option, bytes, bytes.length);
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
  libc.getsockopt(fd, socketLevel, socketError, value, length);
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
      onAbort: () => new AppError('cancelled', `The connection to ${host}:${port} was cancelled.`),
    });
  } finally {
    unwatch();
  }
}

function unanswered({ host, port }: KernelTarget, cause?: unknown): AppError {
  return new AppError(
    'connect-timeout',
    `Nobody answered at ${host}, SCTP port ${port}. Networks and firewalls often drop SCTP: try SCTP in UDP, and check the address.`,
    { detail: { host, port, transport: 'kernel' }, cause },
  );
}

function connectError(errno: number, target: KernelTarget): AppError {
  const where = `${target.host}:${target.port}`;
  const detail = { host: target.host, port: target.port };
  switch (errno) {
    case constants.errno.ECONNREFUSED:
    case constants.errno.ECONNRESET:
      return new AppError(
        'refused',
        `${where} refused the association. Check the SCTP port, and that the proxy runs and has room.`,
        { detail },
      );
    case constants.errno.ETIMEDOUT:
      return unanswered(target);
    default:
      return new AppError(
        'unreachable',
        `${target.host} cannot be reached (error ${errno}). Check the network, or the VPN.`,
        { detail },
      );
  }
}
