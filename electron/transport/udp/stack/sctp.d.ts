/** The parts of npm `sctp` that are used here. It ships no types of its own. */
declare module 'sctp/lib/defs.js' {
  const defs: { NET_SCTP: Record<string, number | string> };
  export default defs;
}

declare module 'sctp/lib/serial.js' {
  /** RFC 1982; 32 bits unless told. */
  export default class SerialNumber {
    constructor(value: number);
    number: number;
    delta(that: SerialNumber): number;
    prev(): SerialNumber;
  }
}

declare module 'sctp/lib/chunk.js' {
  export default class Chunk {
    constructor(type: string, options?: object);
    toBuffer(): Buffer;
  }
}

declare module 'sctp/lib/packet.js' {
  export default class Packet {
    constructor(headers: { src_port: number; dst_port: number; v_tag: number }, chunks: Buffer[]);
    readonly src_port: number;
    readonly dst_port: number;
    readonly v_tag: number;
    readonly chunks: Buffer[];
  }
}

declare module 'sctp/lib/association.js' {
  import { EventEmitter } from 'node:events';
  import type { CoarseTimer } from '../../../base/timing-wheel.ts';

  /** What waits for the end of the turn. */
  export interface QueuedChunk {
    readonly chunkType: string;
    readonly size: number;
    buffer?: Buffer;
    readonly callback: (() => void) | undefined;
  }

  /** What takes the place of the library for the packets of every request; each answers whether it did. */
  export interface QuickPath {
    /** A SACK without gaps. */
    acknowledge(tsn: number, window: number): boolean;
    /** The DATA chunk that begins at `offset`; `last`: of its packet. */
    take(packet: Buffer, offset: number, last: boolean): boolean;
    /** A message to be sent at the end of the turn. */
    queue(message: Buffer): boolean;
    /** What waits for the end of the turn. */
    send(): boolean;
  }

  /** Of the round trip that is measured. */
  export interface Measured {
    pending: { readonly tsn: { number: number } } | false;
    /** When what is pending went out, monotonic milliseconds. */
    sent: number;
  }

  /** The library sees no more of T3 than whether there is one. */
  export interface RetransmissionTimer {
    readonly coarse: CoarseTimer;
    /** How often it was set. */
    settings: number;
  }

  export default class Association extends EventEmitter {
    quickPath: QuickPath | undefined;
    /** A SACK without gaps goes out at the end of the turn. */
    owesSack: boolean | undefined;
    /** Something goes out at the end of the turn. */
    waitsForTurnEnd: boolean | undefined;
    state: string;
    my_tag: number;
    localPort: number;
    /** The highest TSN that the peer acknowledged with all before it; undefined before its first SACK. */
    c_tsn_ack: { number: number } | undefined;
    peer_tag: number;
    remoteAddress: string;
    remotePort: number;
    flightsize: number;
    peer_rwnd: number;
    duplicates: number[];
    debugger: Record<'warn' | 'info' | 'debug' | 'trace', () => void>;
    queue: QueuedChunk[];
    bundling: number;
    /** The DATA by which the round trip is measured: when it was set, `round-trip.ts` keeps. */
    rtoPending: { readonly tsn: { number: number } } | false;
    /** What `round-trip.ts`, `retransmission.ts` and `heartbeat.ts` keep of it. */
    measured: Measured | undefined;
    retransmission: RetransmissionTimer | undefined;
    idleTimer: CoarseTimer | undefined;
    /** Milliseconds, smoothed; 0 before the first. */
    SRTT: number;
    /** The retransmission timer: set here by `retransmission.ts`. */
    T3: object | null | undefined;
    RTO: number;
    /** What was sent and is not acknowledged, by TSN. */
    sent: Record<number, object>;
    /** The highest TSN that was newly acknowledged. */
    HTNA: { number: number };
    fastRecovery: boolean;
    drainCallback: (() => void) | null | undefined;
    mute: boolean;
    everSentSack: boolean;
    ssn: number[];
    PMTU: number;
    endpoint: object | undefined;
    my_next_tsn: { number: number };
    cwnd: number;
    reassembly: {
      /** The highest TSN that was received with all before it. */
      peer_c_tsn: { number: number } | undefined;
      /** The highest TSN that was received. */
      peer_max_tsn: { number: number };
      /** The TSN before the first of `mapping_array`. */
      peer_min_tsn: { number: number };
      /** Next stream sequence number of each stream. */
      peer_ssn: number[];
      /** What was received and not delivered, or lies behind such. */
      mapping_array: unknown[];
      duplicates: number[];
      rwnd: number;
    };
    onSack(chunk: object): void;
    SEND(buffer: Buffer, options: object, callback: (error?: Error) => void): void;
    RECEIVE(): Buffer | undefined;
    SHUTDOWN(callback: () => void): void;
    ABORT(): void;
    _sendChunk(
      type: string,
      options: object,
      destination?: string | null,
      callback?: () => void,
    ): void;
    _bundle(): void;
    _sack(): void;
    scheduleSack(): void;
    _expireT2(): void;
    _expireT3(): void;
    _startT3(): void;
    _stopT3(): void;
    /** `roundTripMs` is the library's own, which `round-trip.ts` does not believe. */
    _updateRTO(roundTripMs?: number): void;
    _enableHeartbeat(): void;
    _down(): void;
    _abort(): void;
    _stopT2(): void;
    _destroy(): void;
  }
}

declare module 'sctp/lib/endpoint.js' {
  import { EventEmitter } from 'node:events';
  import type Association from 'sctp/lib/association.js';
  import type Packet from 'sctp/lib/packet.js';

  export default class Endpoint extends EventEmitter {
    constructor(options: { localPort: number; OS?: number; MIS?: number });
    transport: {
      sendPacket(
        source: string | undefined,
        destination: string,
        packet: Packet,
        callback?: () => void,
      ): void;
      unallocate(port: number): void;
    };
    debugger: Record<'warn' | 'info' | 'debug' | 'trace', () => void>;
    cookieSecretKey: Buffer;
    _getAssociation: () => Association | undefined;
    onPacket(packet: Packet, source: string, destination: string | undefined): void;
    ASSOCIATE(options: { remoteAddress: string; remotePort: number }): Association;
    DESTROY(): void;
  }
}
