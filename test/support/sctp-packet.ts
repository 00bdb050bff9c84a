import { packetChecksum } from '../../electron/transport/udp/guard/crc32c.ts';

export interface PacketFields {
  readonly source: number;
  readonly destination: number;
  readonly tag: number;
  readonly chunks: readonly Buffer[];
}

/** The bytes of an SCTP packet (RFC 9260 section 3), checksum included; what its chunks hold is not looked at. */
export function sctpPacket({ source, destination, tag, chunks }: PacketFields): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(source, 0);
  header.writeUInt16BE(destination, 2);
  header.writeUInt32BE(tag, 4);
  return sealed(Buffer.concat([header, ...chunks]));
}

/** The same packet with its checksum set right. */
export function sealed(packet: Buffer): Buffer {
  if (packet.length >= 12) packet.writeUInt32LE(packetChecksum(packet), 8);
  return packet;
}

/** A chunk, padded; `length` may say something else than is true. */
export function sctpChunk(
  type: number,
  body: Uint8Array = new Uint8Array(0),
  { flags = 0, length = 4 + body.length } = {},
): Buffer {
  const bytes = Buffer.alloc((4 + body.length + 3) & ~3);
  bytes.writeUInt8(type, 0);
  bytes.writeUInt8(flags, 1);
  bytes.writeUInt16BE(length & 0xffff, 2);
  bytes.set(body, 4);
  return bytes;
}

/** The fixed part of INIT and INIT ACK (RFC 9260 section 3.3.2). */
export function initBody(
  tag: number,
  { window = 65_536, outbound = 2, inbound = 2, tsn = 1 } = {},
): Buffer {
  const body = Buffer.alloc(16);
  body.writeUInt32BE(tag, 0);
  body.writeUInt32BE(window, 4);
  body.writeUInt16BE(outbound, 8);
  body.writeUInt16BE(inbound, 10);
  body.writeUInt32BE(tsn, 12);
  return body;
}

/** The fixed part of DATA and its user data (RFC 9260 section 3.3.1). */
export function dataBody(
  tsn: number,
  data: Uint8Array,
  { stream = 0, sequence = 0, ppid = 0 } = {},
): Buffer {
  const body = Buffer.alloc(12 + data.length);
  body.writeUInt32BE(tsn >>> 0, 0);
  body.writeUInt16BE(stream, 4);
  body.writeUInt16BE(sequence, 6);
  body.writeUInt32BE(ppid, 8);
  body.set(data, 12);
  return body;
}

/** Numbers as 32-bit fields, one after the other. */
export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, 4 * index);
  return bytes;
}
