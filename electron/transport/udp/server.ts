import type { RemoteInfo, Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { AppError } from '../../../shared/errors.ts';
import type { DropReason } from '../../../shared/model/diagnostics.ts';
import type { Transport, TransportServer } from '../transport.ts';
import { belongs } from './client.ts';
import { checkForAssociation } from './guard/association-check.ts';
import { countDrop, type DatagramCounts, newCounts } from './guard/drop-counts.ts';
import { answerOutOfTheBlue } from './guard/out-of-the-blue.ts';
import { checkPacket, chunkType, type PacketHeader } from './guard/packet-check.ts';
import { bindUdp } from './socket.ts';
import { deliverData } from './stack/data-path.ts';
import { libraryPacket, packetBytes, withoutFirstChunk } from './stack/library-packet.ts';
import { type Association, Endpoint, inboundStreams, silent } from './stack/sctp-library.ts';
import { SctpTransport } from './stack/sctp-transport.ts';

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

interface Peer {
  readonly key: string;
  readonly udp: RemoteInfo;
  readonly transport: SctpTransport;
  readonly association: Association;
  heardAt: number;
}

/** Three heartbeats of the library (30 s each) without an answer. */
const defaultIdleMs = 95_000;
const defaultMaxAssociations = 10_000;
/** How long the library takes a cookie for valid. */
const cookieLifeMs = 60_000;
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
  readonly #peers = new Map<string, Peer>();
  readonly #byAddress = new Map<string, Peer>();
  readonly #sweep: NodeJS.Timeout;
  /** Tags of associations that ended, and until when the cookie that made each could make it again. */
  readonly #spent = new Map<number, number>();
  #nextAddress = 1;
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
        const to = this.#byAddress.get(destination)?.udp ?? this.#sender;
        if (to !== null) this.#send(packetBytes(packet), to);
        callback?.();
      },
      unallocate: () => {},
    };
    this.#endpoint._getAssociation = () => this.#current?.association;
    this.#endpoint.on('association', (association: Association) => this.#accept(association));
    const idleMs = options.idleMs ?? defaultIdleMs;
    this.#sweep = setInterval(() => this.#expire(idleMs), Math.max(50, idleMs / 4));
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
    await Promise.all([...this.#peers.values()].map(({ transport }) => transport.close()));
    this.#endpoint.DESTROY();
    await new Promise<void>((resolve) => setImmediate(() => this.#socket.close(() => resolve())));
  }

  #receive(datagram: Buffer, from: RemoteInfo): DropReason | null {
    // Nothing can be sent to port 0, and no honest sender has it.
    if (from.port === 0) return 'ports';
    const header = checkPacket(datagram);
    if (typeof header === 'string') return header;
    if (header.destinationPort !== this.port) return this.#refuse(datagram, header, from, 'ports');
    const peer = this.#peers.get(keyOf(from, header));
    if (peer !== undefined && belongs(header.verificationTag, header.chunks, peer.association))
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
    peer.heardAt = Date.now();
    return this.#process(datagram, header, peer.udp, peer);
  }

  /** Of a sender without an association only the handshake is taken: INIT, and the COOKIE ECHO that proves its address. */
  #greet(datagram: Buffer, header: PacketHeader, from: RemoteInfo): DropReason | null {
    const isInit = header.chunks[0] === chunkType.init;
    if (this.#peers.size >= (this.#options.maxAssociations ?? defaultMaxAssociations))
      return isInit ? this.#refuse(datagram, header, from, 'no-association') : 'no-association';
    // A COOKIE ECHO that was duplicated or delayed on its way would bring back what is over.
    if (this.#spent.has(header.verificationTag)) return 'no-association';
    const rest = withoutFirstChunk(datagram, header);
    if (rest === null) return this.#process(datagram, header, from, null);
    // What comes with a COOKIE ECHO can only be checked by the association that it makes.
    const first = { ...header, chunks: header.chunks.slice(0, 1) };
    const problem = this.#process(datagram, first, from, null);
    const peer = this.#peers.get(keyOf(from, header));
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
    try {
      if (peer !== null && deliverData(datagram, header, peer.association)) return null;
      const packet = libraryPacket(datagram, header);
      if (packet === null) return 'chunk-type';
      this.#endpoint.emit('packet', packet, peer?.association.remoteAddress ?? stranger, undefined);
      return null;
    } catch (error) {
      peer?.transport.failInside(error);
      return 'library-failure';
    } finally {
      this.#sender = null;
      this.#current = null;
    }
  }

  /** The library made an association for the stranger whose packet is being processed; it gets an address of its own. */
  #accept(association: Association): void {
    const udp = this.#sender;
    if (udp === null) throw new Error('an association without a packet');
    const key = `${udp.address}|${udp.port}|${association.remotePort}`;
    const address = this.#freeAddress();
    association.remoteAddress = address;
    const description = `${udp.address} UDP ${udp.port}`;
    const transport = new SctpTransport(association, description, () => {
      if (this.#peers.get(key)?.transport === transport) this.#peers.delete(key);
      this.#spent.set(association.my_tag, Date.now() + cookieLifeMs);
      // Its last packet goes out in this turn.
      setImmediate(() => this.#byAddress.delete(address));
    });
    const peer: Peer = { key, udp, transport, association, heardAt: Date.now() };
    const before = this.#peers.get(key);
    this.#peers.set(key, peer);
    this.#byAddress.set(address, peer);
    // The same peer with a new handshake has restarted (RFC 9260 section 5.2.4): what it had is gone.
    before?.transport.fail(new AppError('association-lost', `${description} restarted.`));
    void transport.established.then(() => this.#onAssociation(transport));
  }

  #freeAddress(): string {
    const n = this.#nextAddress++ % 0xff_ffff;
    return `240.${(n >> 16) & 0xff}.${(n >> 8) & 0xff}.${n & 0xff}`;
  }

  /** Says that there is no association here, where RFC 9260 section 8.4 wants it said. */
  #refuse<R>(datagram: Buffer, header: PacketHeader, from: RemoteInfo, reason: R): R {
    const answer = answerOutOfTheBlue(datagram, header);
    if (answer !== null) this.#send(answer, from);
    return reason;
  }

  #send(packet: Buffer, to: RemoteInfo): void {
    if (packet.length > 0) this.#socket.send(packet, to.port, to.address, () => {});
  }

  #expire(idleMs: number): void {
    const now = Date.now();
    for (const [tag, until] of this.#spent) {
      if (until > now) break;
      this.#spent.delete(tag);
    }
    const oldest = now - idleMs;
    for (const peer of this.#peers.values()) {
      if (peer.heardAt < oldest)
        peer.transport.fail(
          new AppError('association-lost', `${peer.key} was not heard for ${idleMs} ms.`),
        );
    }
  }
}

function isHandshake({ chunks, verificationTag }: PacketHeader): boolean {
  const [first] = chunks;
  return (first === chunkType.init && verificationTag === 0) || first === chunkType.cookieEcho;
}

function keyOf(from: RemoteInfo, header: PacketHeader): string {
  return `${from.address}|${from.port}|${header.sourcePort}`;
}
