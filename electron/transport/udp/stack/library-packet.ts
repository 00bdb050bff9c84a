import { packetChecksum } from '../guard/crc32c.ts';
import { chunkType, findParameter, type PacketHeader } from '../guard/packet-check.ts';
import { Packet } from './sctp-library.ts';

/**
 * A packet that passed `checkPacket`, as the library may see it, or null where a chunk that nobody here knows says to discard it
 * (RFC 9260 section 3.2). The library reads optional parameters, error causes and chunks of extensions without looking, in loops that
 * a length of 0 never ends; none of them is needed here, so it gets the fixed parts and the one parameter that it acts on.
 */
export function libraryPacket(datagram: Buffer, header: PacketHeader): Packet | null {
  const chunks: Buffer[] = [];
  let offset = 12;
  for (const type of header.chunks) {
    const length = datagram.readUInt16BE(offset + 2);
    const chunk = datagram.subarray(offset, offset + length);
    const reduced = reduce(type, chunk);
    if (reduced === 'discard') return null;
    if (reduced !== 'skip') chunks.push(reduced);
    offset += (length + 3) & ~3;
  }
  return new Packet(
    {
      src_port: header.sourcePort,
      dst_port: header.destinationPort,
      v_tag: header.verificationTag,
    },
    chunks,
  );
}

/** The bytes of a packet that the library sends, checksum included. */
export function packetBytes(packet: Packet): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(packet.src_port, 0);
  header.writeUInt16BE(packet.dst_port, 2);
  header.writeUInt32BE(packet.v_tag, 4);
  const bytes = Buffer.concat([header, ...packet.chunks]);
  bytes.writeUInt32LE(packetChecksum(bytes), 8);
  return bytes;
}

/** What is left of a packet without its first chunk, with the header to it, or null where that was all. Its checksum is not set. */
export function withoutFirstChunk(
  datagram: Buffer,
  header: PacketHeader,
): { readonly datagram: Buffer; readonly header: PacketHeader } | null {
  if (header.chunks.length < 2) return null;
  const length = (datagram.readUInt16BE(14) + 3) & ~3;
  return {
    datagram: Buffer.concat([datagram.subarray(0, 12), datagram.subarray(12 + length)]),
    header: { ...header, chunks: header.chunks.slice(1) },
  };
}

function reduce(type: number, chunk: Buffer): Buffer | 'skip' | 'discard' {
  switch (type) {
    case chunkType.data:
    case chunkType.cookieEcho:
      return chunk;
    case chunkType.init:
      return cut(chunk, 20);
    case chunkType.initAck:
      return withParameter(chunk, 20, 7);
    case chunkType.heartbeat:
    case chunkType.heartbeatAck:
      return withParameter(chunk, 4, 1);
    case chunkType.sack:
      return cut(chunk, 16 + 4 * (chunk.readUInt16BE(12) + chunk.readUInt16BE(14)));
    case chunkType.shutdown:
      return cut(chunk, 8);
    case chunkType.abort:
    case chunkType.shutdownAck:
    case chunkType.cookieAck:
    case chunkType.shutdownComplete:
      return cut(chunk, 4);
    case chunkType.error:
      return 'skip';
    default:
      return type & 0x80 ? 'skip' : 'discard';
  }
}

/** The start of a chunk, with a length that fits. */
function cut(chunk: Buffer, length: number): Buffer {
  if (chunk.length === length) return chunk;
  const bytes = Buffer.from(chunk.subarray(0, length));
  bytes.writeUInt16BE(length, 2);
  return bytes;
}

/** The fixed part of a chunk and one of its parameters. `checkPacket` has seen that it is there. */
function withParameter(chunk: Buffer, start: number, wanted: number): Buffer | 'skip' {
  const parameter = findParameter(chunk, start, wanted);
  if (parameter === undefined) return 'skip';
  if (chunk.length === start + parameter.length) return chunk;
  const bytes = Buffer.concat([chunk.subarray(0, start), parameter]);
  bytes.writeUInt16BE(bytes.length, 2);
  return bytes;
}
