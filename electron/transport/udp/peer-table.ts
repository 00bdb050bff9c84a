import type { RemoteInfo } from 'node:dgram';
import { AppError } from '../../../shared/errors.ts';
import type { Association } from './stack/sctp-library.ts';
import { SctpTransport } from './stack/sctp-transport.ts';

/** A client of a server, and its association. */
export interface Peer {
  readonly key: string;
  readonly udp: RemoteInfo;
  readonly transport: SctpTransport;
  readonly association: Association;
  heardAt: number;
}

/** How long the library takes a cookie for valid. */
const cookieLifeMs = 60_000;

/** The associations of a server, by who is at their far end. */
export class PeerTable {
  readonly #byKey = new Map<string, Peer>();
  readonly #byTag = new Map<number, Peer>();
  readonly #byAddress = new Map<string, Peer>();
  /** Tags of associations that ended, and until when the cookie that made each could make it again. */
  readonly #spent = new Map<number, number>();
  #nextAddress = 1;

  get size(): number {
    return this.#byKey.size;
  }

  /** By where its packets come from. */
  find(from: RemoteInfo, sctpPort: number): Peer | undefined {
    return this.#byKey.get(keyOf(from, sctpPort));
  }

  /** By the tag that we told it, which is quicker. Undefined where the packet comes from somewhere else than where that one is. */
  findByTag(tag: number, from: RemoteInfo, sctpPort: number): Peer | undefined {
    const peer = this.#byTag.get(tag);
    if (peer === undefined || peer.association.remotePort !== sctpPort) return undefined;
    return peer.udp.port === from.port && peer.udp.address === from.address ? peer : undefined;
  }

  /**
   * The one that an ABORT with this tag ends, from whatever UDP port of its host: it may come from another process there, whose client was killed.
   * The tag is what it has to show (RFC 9260 section 8.5.1); RFC 6951 section 5.4 lets the port be another one than before.
   */
  findForAbort(tag: number, { address }: RemoteInfo, sctpPort: number): Peer | undefined {
    const peer = this.#byTag.get(tag);
    return peer?.association.remotePort === sctpPort && peer.udp.address === address
      ? peer
      : undefined;
  }

  /** By the address that stands for it in the library, also for the last packet of one that is over. */
  findByAddress(address: string): Peer | undefined {
    return this.#byAddress.get(address);
  }

  /** A COOKIE ECHO with this tag was duplicated or delayed on its way, and would bring back what is over. */
  isSpent(tag: number): boolean {
    return this.#spent.has(tag);
  }

  /** Takes in an association that the library made, under an address of its own. */
  add(
    association: Association,
    udp: RemoteInfo,
    transmit: (packet: Buffer) => void,
  ): SctpTransport {
    const key = keyOf(udp, association.remotePort);
    const address = this.#freeAddress();
    association.remoteAddress = address;
    const description = `${udp.address} UDP ${udp.port}`;
    const release = (): void => {
      if (this.#byKey.get(key)?.transport === transport) this.#byKey.delete(key);
      const { my_tag } = association;
      if (this.#byTag.get(my_tag)?.transport === transport) this.#byTag.delete(my_tag);
      this.#spent.set(my_tag, performance.now() + cookieLifeMs);
      // Its last packet goes out in this turn.
      setImmediate(() => this.#byAddress.delete(address));
    };
    const transport: SctpTransport = new SctpTransport(association, description, {
      transmit,
      release,
    });
    const peer: Peer = { key, udp, transport, association, heardAt: performance.now() };
    const before = this.#byKey.get(key);
    this.#byKey.set(key, peer);
    this.#byTag.set(association.my_tag, peer);
    this.#byAddress.set(address, peer);
    // The same peer with a new handshake has restarted (RFC 9260 section 5.2.4): what it had is gone.
    before?.transport.fail(
      new AppError('association-lost', { case: 'restarted', where: description }),
    );
    return transport;
  }

  /** Gives up who was not heard for so many milliseconds, and forgets the cookies that have lost their validity. */
  expire(idleMs: number): void {
    const now = performance.now();
    for (const [tag, until] of this.#spent) {
      if (until > now) break;
      this.#spent.delete(tag);
    }
    const oldest = now - idleMs;
    for (const peer of this.#byKey.values()) {
      if (peer.heardAt < oldest)
        peer.transport.fail(
          new AppError('association-lost', { case: 'idle', where: peer.key, idleMs }),
        );
    }
  }

  /** Ends all of them in order. */
  async close(): Promise<void> {
    await Promise.all([...this.#byKey.values()].map(({ transport }) => transport.close()));
  }

  #freeAddress(): string {
    const n = this.#nextAddress++ % 0xff_ffff;
    return `240.${(n >> 16) & 0xff}.${(n >> 8) & 0xff}.${n & 0xff}`;
  }
}

function keyOf({ address, port }: RemoteInfo, sctpPort: number): string {
  return `${address}|${port}|${sctpPort}`;
}
