import { randomInt } from 'node:crypto';
import type { Socket } from 'node:dgram';
import { AppError } from '../../../shared/errors.ts';
import type { DropReason } from '../../../shared/model/diagnostics.ts';
import { within } from '../../base/within.ts';
import { notSctp } from '../doctor/errors.ts';
import type { HandshakeOptions, Transport } from '../transport.ts';
import { checkForAssociation } from './guard/association-check.ts';
import { countDrop, type DatagramCounts, newCounts } from './guard/drop-counts.ts';
import { checkPacket, chunkType } from './guard/packet-check.ts';
import { watchRefusals } from './refusals.ts';
import { bindUdp, connectUdpSocket } from './socket.ts';
import { deliverData } from './stack/data-path.ts';
import { libraryPacket, packetBytes } from './stack/library-packet.ts';
import { type Association, Endpoint, inboundStreams, silent } from './stack/sctp-library.ts';
import { SctpTransport } from './stack/sctp-transport.ts';

export interface UdpTarget {
  /** For messages. */
  readonly host: string;
  readonly address: string;
  readonly family: 4 | 6;
  /** SCTP port. */
  readonly port: number;
  /** UDP encapsulation port (RFC 6951). */
  readonly udpPort: number;
}

/** The library tells peers apart by IPv4 address; a connected UDP socket has one peer, and this stands for it. */
const peer = '192.0.2.1';

/** An association with what the guard counted on its way. */
export interface UdpTransport extends Transport {
  readonly counts: DatagramCounts;
}

/**
 * Opens an association in UDP (RFC 6951). Throws `udp-port-closed`, `refused` (ABORT: nobody listens at the SCTP port, or its backlog is full),
 * `connect-timeout`, `unreachable`, `cancelled`.
 */
export async function connectUdp(
  target: UdpTarget,
  options: HandshakeOptions,
): Promise<UdpTransport> {
  const socket = await within(() => openSocket(target), {
    signal: options.signal,
    onAbort: () => cancelled(target),
    onLate: (late) => late.close(),
  });
  const counts = newCounts();
  const endpoint = new Endpoint({
    localPort: randomInt(1024, 65_536),
    MIS: inboundStreams,
  });
  endpoint.debugger = silent;
  endpoint.transport = {
    sendPacket(_source, _destination, packet, callback) {
      send(socket, packetBytes(packet));
      callback?.();
    },
    unallocate: () => {},
  };
  const association = endpoint.ASSOCIATE({ remoteAddress: peer, remotePort: target.port });
  endpoint._getAssociation = () => association;
  const description = `${target.host}:${target.port} (UDP ${target.udpPort})`;
  const transport = new SctpTransport(association, description, () => {
    endpoint.DESTROY();
    // Closed at the end of the turn: an ABORT or SHUTDOWN COMPLETE may still be on its way out.
    setImmediate(() => socket.close());
  });
  const refusals = watchRefusals(transport, () => transport.fail(closedPort(target)));
  socket.on('message', (datagram) => {
    counts.received++;
    const problem = receive(datagram, endpoint, association, transport);
    if (problem === null) refusals.heard();
    else countDrop(counts, problem);
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (association.state === 'COOKIE-WAIT') transport.fail(socketError(error, target));
    else if (transport.closing) transport.abort();
    else refusals.refused();
  });
  await established(transport, association, counts, target, options);
  return Object.assign(transport, { counts });
}

async function openSocket(target: UdpTarget): Promise<Socket> {
  let socket: Socket | undefined;
  try {
    socket = await bindUdp(target.family, undefined, 0);
    await connectUdpSocket(socket, target.address, target.udpPort);
    return socket;
  } catch (error) {
    socket?.close();
    throw socketError(error as NodeJS.ErrnoException, target);
  }
}

/** Sending fails when the system has no buffer or no route just now: to SCTP that is a lost packet. */
function send(socket: Socket, packet: Buffer): void {
  try {
    socket.send(packet, () => {});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SOCKET_DGRAM_NOT_RUNNING') throw error;
  }
}

/** Hands a datagram to the library, or says why not. A client takes no INIT: nobody connects to it. */
function receive(
  datagram: Buffer,
  endpoint: Endpoint,
  association: Association,
  transport: SctpTransport,
): DropReason | null {
  const header = checkPacket(datagram);
  if (typeof header === 'string') return header;
  if (header.sourcePort !== association.remotePort) return 'ports';
  if (header.chunks.includes(chunkType.init) || header.chunks.includes(chunkType.cookieEcho))
    return 'no-association';
  if (!belongs(header.verificationTag, header.chunks, association)) return 'no-association';
  const problem = checkForAssociation(datagram, association);
  if (problem !== null) return problem;
  try {
    if (deliverData(datagram, header, association)) return null;
    const packet = libraryPacket(datagram, header);
    if (packet === null) return 'chunk-type';
    endpoint.emit('packet', packet, peer, undefined);
    return null;
  } catch (error) {
    transport.failInside(error);
    return 'library-failure';
  }
}

const reflected: ReadonlySet<number> = new Set([chunkType.abort, chunkType.shutdownComplete]);

/** The verification tag (RFC 9260 section 8.5): ours, or for an ABORT and a SHUTDOWN COMPLETE, the peer's own reflected. */
export function belongs(tag: number, chunks: readonly number[], association: Association): boolean {
  return (
    tag === association.my_tag ||
    (tag === association.peer_tag && chunks.some((type) => reflected.has(type)))
  );
}

/** Resolves when the handshake is done; where it is not, the association is over when this rejects. */
async function established(
  transport: SctpTransport,
  association: Association,
  counts: DatagramCounts,
  target: UdpTarget,
  { signal, connectTimeoutMs }: HandshakeOptions,
): Promise<void> {
  const over = async (): Promise<never> => {
    const end = await transport.ended;
    throw end.reason === 'failed' ? end.error : refused(target);
  };
  try {
    await within(() => Promise.race([transport.established, over()]), {
      ms: connectTimeoutMs,
      onTimeout: () => {
        throw timeoutError(association, counts, target);
      },
      signal,
      onAbort: () => cancelled(target),
    });
  } catch (error) {
    transport.abandon();
    throw error;
  }
}

function refused({ host, port, udpPort }: UdpTarget): AppError {
  return new AppError(
    'refused',
    `${host}:${port} refused the association. Check the SCTP port, and that the proxy runs and has room.`,
    { detail: { host, port, udpPort } },
  );
}

function cancelled({ host, port }: UdpTarget): AppError {
  return new AppError('cancelled', `The connection to ${host}:${port} was cancelled.`);
}

function timeoutError(
  association: Association,
  { received }: DatagramCounts,
  target: UdpTarget,
): AppError {
  const heard = association.state !== 'COOKIE-WAIT';
  // Of what came nothing was an answer to the INIT.
  if (!heard && received > 0) return notSctp(target);
  const message = heard
    ? `${target.host} answered but did not complete the SCTP handshake. Its network may lose packets; try again.`
    : `Nobody answered at ${target.host}, UDP port ${target.udpPort}. Check the address, that the server has net.sctp.udp_port set, and that a firewall lets UDP ${target.udpPort} through.`;
  return new AppError('connect-timeout', message, {
    detail: { host: target.host, port: target.port, udpPort: target.udpPort, heard },
  });
}

function socketError(error: NodeJS.ErrnoException, target: UdpTarget): AppError {
  const detail = { host: target.host, port: target.port, udpPort: target.udpPort };
  if (error.code === 'ECONNREFUSED') return closedPort(target, error);
  return new AppError(
    'unreachable',
    `${target.host} cannot be reached (${error.code ?? error.message}). Check the network, or the VPN.`,
    { detail, cause: error },
  );
}

function closedPort(target: UdpTarget, cause?: unknown): AppError {
  return new AppError(
    'udp-port-closed',
    `UDP port ${target.udpPort} of ${target.host} is closed. Check the port; the server opens it by sysctl net.sctp.encap_port=${target.udpPort} net.sctp.udp_port=${target.udpPort}.`,
    { detail: { host: target.host, port: target.port, udpPort: target.udpPort }, cause },
  );
}
