/// <reference path="./sctp.d.ts" />
import type Association from 'sctp/lib/association.js';
import { chunkType, type PacketHeader } from '../guard/packet-check.ts';

/**
 * DATA and SACK, the two chunks of every request, read and written here: the library's own reading and writing of chunks by tables takes
 * most of the time of a request.
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

/** Hands a packet that passed both checks to its association. False, and nothing done, where it holds anything but DATA and SACK. */
export function deliverData(
  datagram: Buffer,
  header: PacketHeader,
  association: Association,
): boolean {
  const { chunks } = header;
  for (const type of chunks) if (type !== chunkType.data && type !== chunkType.sack) return false;
  const lastData = chunks.lastIndexOf(chunkType.data);
  let offset = 12;
  for (let index = 0; index < chunks.length; index++) {
    const length = datagram.readUInt16BE(offset + 2);
    const chunk = datagram.subarray(offset, offset + length);
    if (chunks[index] === chunkType.sack) association.emit('sack', readSack(chunk));
    else association.emit('data', readData(chunk, index === lastData));
    offset += (length + 3) & ~3;
  }
  return true;
}

/** RFC 9260 section 3.3.1, under the library's names. */
function readData(chunk: Buffer, lastInPacket: boolean): object {
  const flags = chunk.readUInt8(1);
  return {
    chunkType: 'data',
    flags: { E: flags & 1, B: (flags >> 1) & 1, U: (flags >> 2) & 1, I: (flags >> 3) & 1 },
    tsn: chunk.readUInt32BE(4),
    stream_id: chunk.readUInt16BE(8),
    ssn: chunk.readUInt16BE(10),
    ppid: chunk.readUInt32BE(12),
    user_data: chunk.subarray(16),
    last_in_packet: lastInPacket,
  };
}

/** RFC 9260 section 3.3.4, under the library's names. */
function readSack(chunk: Buffer): object {
  const blocks = chunk.readUInt16BE(12);
  const gaps: { start: number; finish: number }[] = [];
  for (let i = 0; i < blocks; i++)
    gaps.push({ start: chunk.readUInt16BE(16 + 4 * i), finish: chunk.readUInt16BE(18 + 4 * i) });
  return {
    c_tsn_ack: chunk.readUInt32BE(4),
    a_rwnd: chunk.readUInt32BE(8),
    sack_info: { gap_blocks: gaps, duplicate_tsn: [] },
  };
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
