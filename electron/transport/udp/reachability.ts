import { randomInt } from 'node:crypto';
import type { Socket } from 'node:dgram';
import { AppError } from '../../../shared/errors.ts';
import { causeOf } from '../../base/cause-of.ts';
import { within } from '../../base/within.ts';
import { encodeBarePacket, reflectedTag } from './guard/out-of-the-blue.ts';
import { checkPacket, chunkType } from './guard/packet-check.ts';
import { bindUdp, connectUdpSocket } from './socket.ts';
import type { UdpTarget } from './target.ts';

/**
 * What was found at a UDP port: an SCTP stack, a closed port (the host said so), something that answers but is no SCTP, or silence.
 * `silent` is also a host that drops what it has no association for, as some firewalls do.
 */
export type Reachability = 'sctp' | 'closed' | 'other' | 'silent';

export interface ProbeOptions {
  readonly signal?: AbortSignal | undefined;
  /** In all, milliseconds. */
  readonly timeoutMs: number;
}

/** A lost probe is followed by another, milliseconds. */
const repeatMs = 1000;

/**
 * Asks whether an SCTP stack answers at a UDP port, and opens nothing there: a SHUTDOWN ACK that belongs to no association has to be
 * answered by a SHUTDOWN COMPLETE with its tag (RFC 9260 section 8.4), by the stack itself, whatever listens at the SCTP port. So it is no
 * handshake and cannot trouble a fragile server (deployed behaviour 13). Throws `unreachable` (no route) and `cancelled`.
 */
export async function probeUdp(target: UdpTarget, options: ProbeOptions): Promise<Reachability> {
  const { signal, timeoutMs } = options;
  if (signal?.aborted) throw cancelled(target);
  const socket = await bindUdp(target.family, undefined, 0);
  try {
    await connectUdpSocket(socket, target.address, target.udpPort);
    return await within<Reachability>(() => ask(socket, target.port), {
      ms: timeoutMs,
      onTimeout: () => 'silent',
      signal,
      onAbort: () => cancelled(target),
    });
  } catch (error) {
    throw error instanceof AppError ? error : unreachable(target, error);
  } finally {
    socket.close();
  }
}

/** Asks until there is an answer, or the socket is closed. Rejects with the system's error where there is no way. */
function ask(socket: Socket, port: number): Promise<Reachability> {
  return new Promise((resolve, reject) => {
    const probe = newProbe(port);
    const repeat = setInterval(() => sendProbe(socket, probe), repeatMs);
    socket.once('close', () => clearInterval(repeat));
    socket.on('message', (answer) => resolve(isReflected(answer, probe) ? 'sctp' : 'other'));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') resolve('closed');
      else reject(error);
    });
    sendProbe(socket, probe);
  });
}

/** The question: its tag and its source port are a secret of whoever asks. */
export function newProbe(port: number): Buffer {
  return encodeBarePacket({
    sourcePort: randomInt(1024, 65_536),
    destinationPort: port,
    verificationTag: randomInt(1, 2 ** 32),
    type: chunkType.shutdownAck,
    flags: 0,
  });
}

/** The system tells of a closed port or a missing route by the socket's error, too; what it cannot send is a lost probe. */
function sendProbe(socket: Socket, probe: Buffer): void {
  socket.send(probe, (error) => {
    if (error) socket.emit('error', error);
  });
}

/** The stack's answer to this very probe: ports the other way round, its tag, and the T bit. */
export function isReflected(answer: Buffer, probe: Buffer): boolean {
  const header = checkPacket(answer);
  if (typeof header === 'string') return false;
  const [type] = header.chunks;
  return (
    header.sourcePort === probe.readUInt16BE(2) &&
    header.destinationPort === probe.readUInt16BE(0) &&
    header.verificationTag === probe.readUInt32BE(4) &&
    (type === chunkType.shutdownComplete || type === chunkType.abort) &&
    (answer.readUInt8(13) & reflectedTag) !== 0
  );
}

function cancelled({ host }: UdpTarget): AppError {
  return new AppError('cancelled', { case: 'connection', where: host });
}

function unreachable(target: UdpTarget, cause: unknown): AppError {
  const detail = { case: 'here', host: target.host, cause: causeOf(cause) } as const;
  return new AppError('unreachable', detail, { cause });
}
