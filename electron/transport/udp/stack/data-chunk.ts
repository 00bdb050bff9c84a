import { chunkType } from '../guard/packet-check.ts';

/**
 * DATA and SACK, the two chunks of every request, written here: the library's own writing of chunks by tables takes much of the time of a
 * request. `deliver.ts` reads them.
 */

/** What the library asks to be sent as DATA; with a TSN where it is sent again. */
export interface DataOptions {
  readonly flags: {
    readonly E: number | boolean;
    readonly B: number | boolean;
    readonly U?: number | boolean | undefined;
    readonly I?: number | boolean | undefined;
  };
  readonly stream_id: number;
  readonly ssn: number;
  readonly ppid: number;
  readonly user_data: Buffer;
  readonly tsn?: number | null;
}

/** A SACK without gaps and duplicates. */
export function sackBytes(acknowledged: number, window: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt8(chunkType.sack, 0);
  bytes.writeUInt16BE(16, 2);
  bytes.writeUInt32BE(acknowledged, 4);
  bytes.writeUInt32BE(window, 8);
  return bytes;
}

/** A DATA chunk as the library keeps it until it is acknowledged. It is given its TSN when it is first sent. */
export class DataChunk {
  readonly chunkType = 'data';
  readonly flags: DataOptions['flags'];
  readonly stream_id: number;
  readonly ssn: number;
  readonly ppid: number;
  readonly user_data: Buffer;
  readonly size: number;
  readonly callback: (() => void) | undefined;
  tsn: number | null;
  losses = 0;
  retransmit = false;
  fastRetransmit = false;

  constructor(options: DataOptions, callback: (() => void) | undefined) {
    this.flags = options.flags;
    this.stream_id = options.stream_id;
    this.ssn = options.ssn;
    this.ppid = options.ppid;
    this.user_data = options.user_data;
    this.tsn = options.tsn ?? null;
    this.size = options.user_data.length + 16;
    this.callback = callback;
  }

  toBuffer(): Buffer {
    const { E, B, U, I } = this.flags;
    const bytes = Buffer.alloc((this.size + 3) & ~3);
    bytes.writeUInt8(chunkType.data, 0);
    bytes.writeUInt8((E ? 1 : 0) | (B ? 2 : 0) | (U ? 4 : 0) | (I ? 8 : 0), 1);
    bytes.writeUInt16BE(this.size, 2);
    bytes.writeUInt32BE(Number(this.tsn), 4);
    bytes.writeUInt16BE(this.stream_id, 8);
    bytes.writeUInt16BE(this.ssn, 10);
    bytes.writeUInt32BE(this.ppid, 12);
    bytes.set(this.user_data, 16);
    return bytes;
  }
}
