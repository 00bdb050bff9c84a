/** The parts of npm `sctp` that are used here. It ships no types of its own. */
declare module 'sctp/lib/defs.js' {
  const defs: { NET_SCTP: Record<string, number | string> };
  export default defs;
}

declare module 'sctp/lib/chunk.js' {
  export default class Chunk {
    constructor(type: string, options?: object);
    chunkType?: string;
    size: number;
    buffer: Buffer;
    user_data: Buffer;
    callback: (() => void) | undefined;
    toBuffer(): Buffer;
  }
}

declare module 'sctp/lib/packet.js' {
  export default class Packet {
    constructor(headers: { src_port: number; dst_port: number; v_tag: number }, chunks: Buffer[]);
    static fromBuffer(buffer: Buffer): Packet | false;
    readonly src_port: number;
    readonly v_tag: number;
    readonly chunks: Buffer[];
    toBuffer(): Buffer;
  }
}

declare module 'sctp/lib/association.js' {
  import { EventEmitter } from 'node:events';
  import type Chunk from 'sctp/lib/chunk.js';

  export default class Association extends EventEmitter {
    state: string;
    my_tag: number;
    peer_tag: number;
    remoteAddress: string;
    remotePort: number;
    flightsize: number;
    peer_rwnd: number;
    duplicates: number[];
    destinations: Record<string, object>;
    queue: Chunk[];
    bundling: number;
    endpoint: object | undefined;
    my_next_tsn: { number: number };
    reassembly: { peer_c_tsn: { number: number } | undefined };
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
    _getAssociation: () => Association | undefined;
    ASSOCIATE(options: { remoteAddress: string; remotePort: number }): Association;
    DESTROY(): void;
  }
}
