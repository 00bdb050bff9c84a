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

export const sackLength = 16;

/** Writes a SACK without gaps and duplicates. `window`: bytes that may be sent before more is acknowledged. */
export function writeSack(to: Buffer, offset: number, acknowledged: number, window: number): void {
  to.writeUInt32BE((chunkType.sack << 24) | sackLength, offset);
  to.writeUInt32BE(acknowledged, offset + 4);
  to.writeUInt32BE(Math.max(0, window), offset + 8);
  to.writeUInt32BE(0, offset + 12);
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

  /** Its length in a packet, with what fills it up to four bytes. */
  get paddedSize(): number {
    return (this.size + 3) & ~3;
  }

  toBuffer(): Buffer {
    const bytes = Buffer.allocUnsafe(this.paddedSize);
    this.write(bytes, 0);
    return bytes;
  }

  write(to: Buffer, offset: number): void {
    const { E, B, U, I } = this.flags;
    const flags = (E ? 1 : 0) | (B ? 2 : 0) | (U ? 4 : 0) | (I ? 8 : 0);
    to.writeUInt32BE(((chunkType.data << 24) | (flags << 16) | this.size) >>> 0, offset);
    to.writeUInt32BE(Number(this.tsn), offset + 4);
    to.writeUInt16BE(this.stream_id, offset + 8);
    to.writeUInt16BE(this.ssn, offset + 10);
    to.writeUInt32BE(this.ppid, offset + 12);
    const data = this.user_data;
    to.set(data, offset + 16);
    for (let at = offset + this.size; at < offset + this.paddedSize; at++) to[at] = 0;
  }
}
