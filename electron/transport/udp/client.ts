import { randomInt } from 'node:crypto';
import type { Socket } from 'node:dgram';
import type { DropReason } from '../../../shared/model/diagnostics.ts';
import { hostAndPort } from '../../../shared/model/host.ts';
import { within } from '../../base/within.ts';
import type { HandshakeOptions, Transport } from '../transport.ts';
import * as errors from './connect-errors.ts';
import { belongs, checkForAssociation } from './guard/association-check.ts';
import { countDrop, type DatagramCounts, newCounts } from './guard/drop-counts.ts';
import { checkPacket, chunkType } from './guard/packet-check.ts';
import type { OpenAssociation } from './left-behind/open-association.ts';
import { watchRefusals } from './refusals.ts';
import { bindUdp, connectUdpSocket } from './socket.ts';
import { clientEndpoint } from './stack/client-endpoint.ts';
import { deliver } from './stack/deliver.ts';
import { packetBytes } from './stack/library-packet.ts';
import type { Association, Endpoint } from './stack/sctp-library.ts';
import { SctpTransport } from './stack/sctp-transport.ts';
import type { UdpTarget } from './target.ts';

/** The library tells peers apart by IPv4 address; a connected UDP socket has one peer, and this stands for it. */
const peer = '192.0.2.1';

/** An association with what the guard counted on its way. */
export interface UdpTransport extends Transport {
  readonly counts: DatagramCounts;
  readonly inUdp: OpenAssociation;
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
    onAbort: () => errors.cancelled(target),
    onLate: (late) => late.close(),
  });
  const counts = newCounts();
  const endpoint = clientEndpoint(randomInt(1024, 65_536));
  endpoint.transport = {
    sendPacket(_source, _destination, packet, callback) {
      send(socket, packetBytes(packet));
      callback?.();
    },
    unallocate: () => {},
  };
  const association = endpoint.ASSOCIATE({ remoteAddress: peer, remotePort: target.port });
  endpoint._getAssociation = () => association;
  const description = `${hostAndPort(target.host, target.port)} (UDP ${target.udpPort})`;
  const transport = new SctpTransport(association, description, {
    transmit: (packet) => send(socket, packet),
    release: () => {
      endpoint.DESTROY();
      // Closed at the end of the turn: an ABORT or SHUTDOWN COMPLETE may still be on its way out.
      setImmediate(() => socket.close());
    },
  });
  const refusals = watchRefusals(transport, () => transport.fail(errors.closedPort(target)));
  socket.on('message', (datagram) => {
    counts.received++;
    const problem = receive(datagram, endpoint, association, transport);
    if (problem === null) refusals.heard();
    else countDrop(counts, problem);
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (association.state === 'COOKIE-WAIT') transport.fail(errors.systemError(error, target));
    else if (transport.closing) transport.abort();
    else refusals.refused();
  });
  await established(transport, association, counts, target, options);
  return Object.assign(transport, { counts, inUdp: inUdp(target, socket, association) });
}

function inUdp(target: UdpTarget, socket: Socket, association: Association): OpenAssociation {
  const { host, address, udpPort, port } = target;
  const { localPort: fromPort, peer_tag: tag } = association;
  return { host, address, udpPort, fromUdpPort: socket.address().port, port, fromPort, tag };
}

async function openSocket(target: UdpTarget): Promise<Socket> {
  let socket: Socket | undefined;
  try {
    socket = await bindUdp(target.family, undefined, 0);
    await connectUdpSocket(socket, target.address, target.udpPort);
    return socket;
  } catch (error) {
    socket?.close();
    throw errors.systemError(error as NodeJS.ErrnoException, target);
  }
}

/** Sending fails when the system has no buffer or no route just now: to SCTP that is a lost packet. */
function send(socket: Socket, packet: Buffer): void {
  try {
    socket.send(packet);
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
  // What a server answers to another port of ours, it answers to somebody who used our address.
  if (header.destinationPort !== association.localPort) return 'ports';
  if (header.chunks.includes(chunkType.init) || header.chunks.includes(chunkType.cookieEcho))
    return 'no-association';
  if (!belongs(datagram, header, association)) return 'no-association';
  const problem = checkForAssociation(datagram, association);
  if (problem !== null) return problem;
  return deliver(endpoint, { datagram, header, from: peer, association }, (error) =>
    transport.failInside(error),
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
  try {
    await within(() => upOrOver(transport, target), {
      ms: connectTimeoutMs,
      onTimeout: () => {
        throw errors.unanswered(association, counts, target);
      },
      signal,
      onAbort: () => errors.cancelled(target),
    });
  } catch (error) {
    transport.abandon();
    throw error;
  }
}

/** What waits for the end is there as long as the association: it is one small thing, and makes no error of an end that comes later. */
function upOrOver(transport: SctpTransport, target: UdpTarget): Promise<void> {
  return new Promise((resolve, reject) => {
    let up = false;
    void transport.established.then(() => {
      up = true;
      resolve();
    });
    void transport.ended.then((end) => {
      if (!up) reject(end.reason === 'failed' ? end.error : errors.refused(target));
    });
  });
}
