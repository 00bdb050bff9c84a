import type { DropReason } from '../../../../shared/model/diagnostics.ts';
import { chunkType, type PacketHeader } from '../guard/packet-check.ts';
import { libraryPacket } from './library-packet.ts';
import type { Association, Endpoint } from './sctp-library.ts';

/** A packet that passed the guard. */
export interface GuardedPacket {
  readonly datagram: Buffer;
  readonly header: PacketHeader;
  /** The IPv4 address that stands for its sender in the library. */
  readonly from: string;
  /** Null for a stranger's. */
  readonly association: Association | null;
}

/** Hands it to the library, or says why not. `onFailure` is told what the library throws. */
export function deliver(
  endpoint: Endpoint,
  { datagram, header, from, association }: GuardedPacket,
  onFailure: (error: unknown) => void,
): DropReason | null {
  try {
    if (association !== null && deliverDataAndSacks(datagram, header, association)) return null;
    const packet = libraryPacket(datagram, header);
    if (packet === null) return 'chunk-type';
    endpoint.emit('packet', packet, from, undefined);
    return null;
  } catch (error) {
    onFailure(error);
    return 'library-failure';
  }
}

/**
 * Hands the two chunks of every request to the association themselves: the library's own reading of chunks by tables takes much of the time
 * of a request. False, and nothing done, where the packet holds anything else.
 */
function deliverDataAndSacks(
  datagram: Buffer,
  header: PacketHeader,
  association: Association,
): boolean {
  const { chunks } = header;
  for (const type of chunks) if (type !== chunkType.data && type !== chunkType.sack) return false;
  const lastData = chunks.lastIndexOf(chunkType.data);
  let offset = 12;
  for (let index = 0; index < chunks.length; index++) {
    if (chunks[index] === chunkType.sack) deliverSack(datagram, offset, association);
    else deliverDataChunk(datagram, offset, index === lastData, association);
    offset += (datagram.readUInt16BE(offset + 2) + 3) & ~3;
  }
  return true;
}

function deliverSack(datagram: Buffer, offset: number, association: Association): void {
  const gapless = datagram.readUInt16BE(offset + 12) === 0;
  const tsn = datagram.readUInt32BE(offset + 4);
  const window = datagram.readUInt32BE(offset + 8);
  if (gapless && association.quickPath?.acknowledge(tsn, window)) return;
  association.emit('sack', readSack(chunkAt(datagram, offset)));
}

function deliverDataChunk(
  datagram: Buffer,
  offset: number,
  last: boolean,
  association: Association,
): void {
  if (association.quickPath?.take(datagram, offset, last)) return;
  association.emit('data', readData(chunkAt(datagram, offset), last));
}

function chunkAt(datagram: Buffer, offset: number): Buffer {
  return datagram.subarray(offset, offset + datagram.readUInt16BE(offset + 2));
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
