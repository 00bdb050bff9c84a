import type { RemoteInfo, Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { DropReason } from '../../../shared/model/diagnostics.ts';
import type { Transport, TransportServer } from '../transport.ts';
import { belongs, checkForAssociation } from './guard/association-check.ts';
import { countDrop, type DatagramCounts, newCounts } from './guard/drop-counts.ts';
import { answerOutOfTheBlue } from './guard/out-of-the-blue.ts';
import { checkPacket, chunkType, type PacketHeader } from './guard/packet-check.ts';
import { type Peer, PeerTable } from './peer-table.ts';
import { bindUdp } from './socket.ts';
import { bindCookies, initiateTagOfCookie } from './stack/cookie.ts';
import { deliver } from './stack/deliver.ts';
import { packetBytes, withoutFirstChunk } from './stack/library-packet.ts';
import { type Association, Endpoint, inboundStreams, silent } from './stack/sctp-library.ts';

export interface UdpServerOptions {
  readonly host: string;
  /** UDP encapsulation port; 0 takes any. */
  readonly udpPort: number;
  /** SCTP port. */
  readonly port: number;
  /** Milliseconds without a packet after which a peer counts as gone; its answers to heartbeats count too. */
  readonly idleMs?: number;
  readonly maxAssociations?: number;
}

/** An SCTP endpoint in UDP for many peers on one UDP port (RFC 6951). */
export interface UdpServer extends TransportServer {
  readonly udpPort: number;
  readonly counts: DatagramCounts;
}

/** Three heartbeats of the library (30 s each) without an answer. */
const defaultIdleMs = 95_000;
const defaultMaxAssociations = 10_000;
/** Stands for a sender that has no association yet: the handshake keeps no state for it (RFC 9260 section 5.1.3). */
const stranger = '192.0.2.1';

/** Listens for associations. `onAssociation` is called for each, when it is established. Throws the system's error when the port is taken. */
export async function listenUdp(
  options: UdpServerOptions,
  onAssociation: (transport: Transport) => void,
): Promise<UdpServer> {
  const socket = await bindUdp(isIPv6(options.host) ? 6 : 4, options.host, options.udpPort);
  const server = new Server(socket, options, onAssociation);
  return server;
}

class Server implements UdpServer {
  readonly host: string;
  readonly port: number;
  readonly udpPort: number;
  readonly counts = newCounts();
  readonly #socket: Socket;
  readonly #endpoint: Endpoint;
  readonly #options: UdpServerOptions;
  readonly #onAssociation: (transport: Transport) => void;
  readonly #peers = new PeerTable();
  readonly #sweep: NodeJS.Timeout;
  /** Where answers to a stranger go while its packet is processed. */
  #sender: RemoteInfo | null = null;
  /** Whose packet is being processed; the library's own table could be written by a peer that lists another's address. */
  #current: Peer | null = null;
  #closed = false;

  constructor(
    socket: Socket,
    options: UdpServerOptions,
    onAssociation: (transport: Transport) => void,
  ) {
    this.host = options.host;
    this.port = options.port;
    this.udpPort = socket.address().port;
    this.#socket = socket;
    this.#options = options;
    this.#onAssociation = onAssociation;
    this.#endpoint = new Endpoint({ localPort: options.port, MIS: inboundStreams });
    this.#endpoint.debugger = silent;
    this.#endpoint.transport = {
      sendPacket: (_source, destination, packet, callback) => {
        const to = this.#peers.findByAddress(destination)?.udp ?? this.#sender;
        if (to !== null) this.#send(packetBytes(packet), to);
        callback?.();
      },
      unallocate: () => {},
    };
    bindCookies(this.#endpoint, () => this.#sender);
    this.#endpoint._getAssociation = () => this.#current?.association;
    this.#endpoint.on('association', (association: Association) => this.#accept(association));
    const idleMs = options.idleMs ?? defaultIdleMs;
    this.#sweep = setInterval(() => this.#peers.expire(idleMs), Math.max(50, idleMs / 4));
    this.#sweep.unref();
    socket.on('message', (datagram, from) => {
      this.counts.received++;
      const problem = this.#receive(datagram, from);
      if (problem !== null) countDrop(this.counts, problem);
    });
    // A peer that closed its port: told again by the sweep, and by the heartbeats it does not answer.
    socket.on('error', () => countDrop(this.counts, 'no-association'));
  }

  get associations(): number {
    return this.#peers.size;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#sweep);
    await this.#peers.close();
    this.#endpoint.DESTROY();
    await new Promise<void>((resolve) => setImmediate(() => this.#socket.close(() => resolve())));
  }

  #receive(datagram: Buffer, from: RemoteInfo): DropReason | null {
    // Nothing can be sent to port 0, and no honest sender has it.
    if (from.port === 0) return 'ports';
    const header = checkPacket(datagram);
    if (typeof header === 'string') return header;
    if (header.destinationPort !== this.port) return this.#refuse(datagram, header, from, 'ports');
    const peer =
      this.#peers.findByTag(header.verificationTag, from, header.sourcePort) ??
      this.#peers.find(from, header.sourcePort) ??
      (header.chunks.includes(chunkType.abort)
        ? this.#peers.findForAbort(header.verificationTag, from, header.sourcePort)
        : undefined);
    if (peer !== undefined && belongs(datagram, header, peer.association))
      return this.#receiveFrom(peer, datagram, header);
    if (isHandshake(header) && !this.#closed) return this.#greet(datagram, header, from);
    // A wrong tag on an association that exists is dropped without a word (RFC 9260 section 8.5).
    if (peer !== undefined) return 'no-association';
    return this.#refuse(datagram, header, from, 'no-association');
  }

  #receiveFrom(peer: Peer, datagram: Buffer, header: PacketHeader): DropReason | null {
    if (header.chunks[0] === chunkType.cookieEcho) {
      // Our COOKIE ACK was lost; that the tag is right is proof enough of who asks.
      peer.association._sendChunk('cookie_ack', {});
      const rest = withoutFirstChunk(datagram, header);
      return rest === null ? null : this.#receiveFrom(peer, rest.datagram, rest.header);
    }
    const problem = checkForAssociation(datagram, peer.association);
    if (problem !== null) return problem;
    peer.heardAt = performance.now();
    return this.#process(datagram, header, peer.udp, peer);
  }

  /** Of a sender without an association only the handshake is taken: INIT, and the COOKIE ECHO that proves its address. */
  #greet(datagram: Buffer, header: PacketHeader, from: RemoteInfo): DropReason | null {
    const isInit = header.chunks[0] === chunkType.init;
    if (this.#peers.size >= (this.#options.maxAssociations ?? defaultMaxAssociations))
      return isInit ? this.#refuse(datagram, header, from, 'no-association') : 'no-association';
    if (this.#peers.isSpent(header.verificationTag)) return 'no-association';
    const known = this.#peers.find(from, header.sourcePort)?.association;
    if (known?.peer_tag === initiateTagOfCookie(datagram, header)) return 'no-association';
    const rest = withoutFirstChunk(datagram, header);
    if (rest === null) return this.#process(datagram, header, from, null);
    // What comes with a COOKIE ECHO can only be checked by the association that it makes.
    const first = { ...header, chunks: header.chunks.slice(0, 1) };
    const problem = this.#process(datagram, first, from, null);
    const peer = this.#peers.find(from, header.sourcePort);
    if (peer?.association.my_tag !== header.verificationTag) return problem;
    return this.#receiveFrom(peer, rest.datagram, rest.header);
  }

  #process(
    datagram: Buffer,
    header: PacketHeader,
    from: RemoteInfo,
    peer: Peer | null,
  ): DropReason | null {
    this.#sender = from;
    this.#current = peer;
    const address = peer?.association.remoteAddress ?? stranger;
    const association = peer?.association ?? null;
    try {
      return deliver(this.#endpoint, { datagram, header, from: address, association }, (error) =>
        peer?.transport.failInside(error),
      );
    } finally {
      this.#sender = null;
      this.#current = null;
    }
  }

  /** The library made an association for the stranger whose packet is being processed; it gets an address of its own. */
  #accept(association: Association): void {
    const udp = this.#sender;
    if (udp === null) throw new Error('an association without a packet');
    const transport = this.#peers.add(association, udp, (packet) => this.#send(packet, udp));
    void transport.established.then(() => this.#onAssociation(transport));
  }

  /** Says that there is no association here, where RFC 9260 section 8.4 wants it said. */
  #refuse<R>(datagram: Buffer, header: PacketHeader, from: RemoteInfo, reason: R): R {
    const answer = answerOutOfTheBlue(datagram, header);
    if (answer !== null) this.#send(answer, from);
    return reason;
  }

  #send(packet: Buffer, to: RemoteInfo): void {
    if (packet.length > 0) this.#socket.send(packet, to.port, to.address);
  }
}

function isHandshake({ chunks, verificationTag }: PacketHeader): boolean {
  const [first] = chunks;
  return (first === chunkType.init && verificationTag === 0) || first === chunkType.cookieEcho;
}
