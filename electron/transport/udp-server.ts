import type { RemoteInfo, Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { AppError } from '../../shared/errors.ts';
import { checkForAssociation } from './association-check.ts';
import { countDrop, type DatagramCounts, newCounts } from './drop-counts.ts';
import { checkPacket, chunkType, type PacketHeader } from './packet-check.ts';
import { type Association, Chunk, Endpoint, Packet } from './sctp-library.ts';
import { SctpTransport } from './sctp-transport.ts';
import type { Transport, TransportServer } from './transport.ts';
import { belongs } from './udp-client.ts';
import { bindUdp } from './udp-socket.ts';

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
    this.#endpoint = new Endpoint({ localPort: options.port });
    this.#endpoint.transport = {
      sendPacket: (_source, destination, packet, callback) => {
        const to = this.#byAddress.get(destination)?.udp ?? this.#sender;
        if (to !== null) this.#send(packet.toBuffer(), to);
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

  #receive(datagram: Buffer, from: RemoteInfo): Parameters<typeof countDrop>[1] | null {
    const header = checkPacket(datagram);
    if (typeof header === 'string') return header;
    if (header.destinationPort !== this.port) return this.#refuse(datagram, header, from);
    const peer = this.#peers.get(keyOf(from, header));
    if (peer !== undefined && belongs(header.verificationTag, header.chunks, peer.association)) {
      const problem = checkForAssociation(datagram, peer.association);
      if (problem !== null) return problem;
      peer.heardAt = Date.now();
      return this.#process(datagram, from, peer);
    }
    return this.#receiveFromStranger(datagram, header, from);
  }

  /** Of a sender without an association only the handshake is taken: INIT, and the COOKIE ECHO that proves its address. */
  #receiveFromStranger(
    datagram: Buffer,
    header: PacketHeader,
    from: RemoteInfo,
  ): Parameters<typeof countDrop>[1] | null {
    const [first] = header.chunks;
    const handshake =
      (first === chunkType.init && header.verificationTag === 0) || first === chunkType.cookieEcho;
    if (!handshake || this.#closed) return 'no-association';
    if (this.#peers.size >= (this.#options.maxAssociations ?? defaultMaxAssociations)) {
      return first === chunkType.init ? this.#refuse(datagram, header, from) : 'no-association';
    }
    return this.#process(datagram, from, null);
  }

  #process(
    datagram: Buffer,
    from: RemoteInfo,
    peer: Peer | null,
  ): Parameters<typeof countDrop>[1] | null {
    const packet = Packet.fromBuffer(datagram);
    if (packet === false) return 'too-short';
    this.#sender = from;
    this.#current = peer;
    try {
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

  /** ABORT to a packet for a port where nobody listens (RFC 9260 section 8.4): an INIT with its own tag, anything else with its tag reflected. */
  #refuse(datagram: Buffer, header: PacketHeader, from: RemoteInfo): 'ports' {
    if (
      header.chunks.includes(chunkType.abort) ||
      header.chunks.includes(chunkType.shutdownComplete)
    )
      return 'ports';
    const isInit = header.chunks[0] === chunkType.init && header.verificationTag === 0;
    const tag = isInit ? datagram.readUInt32BE(16) : header.verificationTag;
    const abort = new Chunk('abort', { flags: { T: isInit ? 0 : 1 } }).toBuffer();
    const packet = new Packet(
      { src_port: header.destinationPort, dst_port: header.sourcePort, v_tag: tag },
      [abort],
    );
    this.#send(packet.toBuffer(), from);
    return 'ports';
  }

  #send(packet: Buffer, to: RemoteInfo): void {
    if (packet.length > 0) this.#socket.send(packet, to.port, to.address, () => {});
  }

  #expire(idleMs: number): void {
    const oldest = Date.now() - idleMs;
    for (const peer of this.#peers.values()) {
      if (peer.heardAt < oldest)
        peer.transport.fail(
          new AppError('association-lost', `${peer.key} was not heard for ${idleMs} ms.`),
        );
    }
  }
}

function keyOf(from: RemoteInfo, header: PacketHeader): string {
  return `${from.address}|${from.port}|${header.sourcePort}`;
}
