import type { DropReason } from '../../../../shared/model/diagnostics.ts';
import { packetChecksum } from './crc32c.ts';

/** Chunk types (RFC 9260 section 3.2). */
export const chunkType = {
  data: 0,
  init: 1,
  initAck: 2,
  sack: 3,
  heartbeat: 4,
  heartbeatAck: 5,
  abort: 6,
  shutdown: 7,
  shutdownAck: 8,
  error: 9,
  cookieEcho: 10,
  cookieAck: 11,
  shutdownComplete: 14,
} as const;

/** The fields of an SCTP packet that its carrier needs (RFC 9260 section 3). */
export interface PacketHeader {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly verificationTag: number;
  /** Types of its chunks, in order. */
  readonly chunks: readonly number[];
}

const headerLength = 12;
const maxPacket = 65_507;
const maxChunks = 128;

/** Smallest length of a chunk, its header included (RFC 9260 section 3.3). The ones that are listed are all that the library acts on. */
const minLength: Readonly<Record<number, number>> = {
  [chunkType.data]: 16,
  [chunkType.init]: 20,
  [chunkType.initAck]: 20,
  [chunkType.sack]: 16,
  [chunkType.heartbeat]: 8,
  [chunkType.heartbeatAck]: 8,
  [chunkType.abort]: 4,
  [chunkType.shutdown]: 8,
  [chunkType.shutdownAck]: 4,
  [chunkType.error]: 8,
  [chunkType.cookieEcho]: 56,
  [chunkType.cookieAck]: 4,
  [chunkType.shutdownComplete]: 4,
};

const alone: ReadonlySet<number> = new Set([
  chunkType.init,
  chunkType.initAck,
  chunkType.shutdownComplete,
]);

/**
 * Checks everything about a packet that does not need an association: length, checksum, ports, and every chunk's length and
 * mandatory parameters, since the library reads them without looking. Answers the header, or why to drop the packet.
 */
export function checkPacket(packet: Buffer): PacketHeader | DropReason {
  if (packet.length < headerLength + 4) return 'too-short';
  if (packet.length > maxPacket) return 'too-long';
  if (packet.readUInt32LE(8) !== packetChecksum(packet)) return 'checksum';
  const sourcePort = packet.readUInt16BE(0);
  const destinationPort = packet.readUInt16BE(2);
  if (sourcePort === 0 || destinationPort === 0) return 'ports';
  const chunks: number[] = [];
  let mustBeAlone = false;
  let offset = headerLength;
  while (offset < packet.length) {
    if (offset + 4 > packet.length) return 'chunk-length';
    const type = packet.readUInt8(offset);
    const length = packet.readUInt16BE(offset + 2);
    if (length < (minLength[type] ?? 4) || offset + length > packet.length) return 'chunk-length';
    const problem = checkChunk(type, packet, offset, length);
    if (problem !== null) return problem;
    if (chunks.push(type) > maxChunks) return 'too-many-chunks';
    mustBeAlone ||= alone.has(type);
    offset += (length + 3) & ~3;
  }
  if (mustBeAlone && chunks.length > 1) return 'chunk-bundle';
  if (chunks.indexOf(chunkType.cookieEcho) > 0) return 'chunk-bundle';
  return { sourcePort, destinationPort, verificationTag: packet.readUInt32BE(4), chunks };
}

/** DATA and SACK, which each request has, are looked at where they lie: a view of each would cost more than all the rest. */
function checkChunk(
  type: number,
  packet: Buffer,
  offset: number,
  length: number,
): DropReason | null {
  if (type === chunkType.data) return null;
  if (type === chunkType.sack) {
    const reported = packet.readUInt16BE(offset + 12) + packet.readUInt16BE(offset + 14);
    return length >= 16 + 4 * reported ? null : 'chunk-length';
  }
  return checkOther(type, packet.subarray(offset, offset + length));
}

function checkOther(type: number, chunk: Buffer): DropReason | null {
  switch (type) {
    case chunkType.init:
      return checkParameters(chunk, 20);
    case chunkType.initAck:
      return checkParameters(chunk, 20) ?? (findParameter(chunk, 20, 7) ? null : 'chunk-missing');
    case chunkType.heartbeat:
    case chunkType.heartbeatAck:
      return checkHeartbeat(type, chunk);
    case chunkType.error:
    case chunkType.abort:
      return checkCauses(chunk);
    default:
      return null;
  }
}

const heartbeatInformation = 1;
/** The library reads a 32-bit nonce and an IPv4 address at offset 8 of its own heartbeats. */
const ownHeartbeatLength = 12;

function checkHeartbeat(type: number, chunk: Buffer): DropReason | null {
  if (chunk.readUInt16BE(4) !== heartbeatInformation) return 'chunk-missing';
  const length = chunk.readUInt16BE(6);
  const least = type === chunkType.heartbeatAck ? 4 + ownHeartbeatLength : 4;
  return length >= least && length + 4 <= chunk.length
    ? checkParameters(chunk, 4)
    : 'chunk-parameter';
}

const parameterLength: Readonly<Record<number, number>> = { 5: 8, 6: 20, 9: 8 };

/** Every parameter lies within its chunk, and fixed ones have their length (RFC 9260 section 3.2.1). */
function checkParameters(chunk: Buffer, start: number): DropReason | null {
  let offset = start;
  while (offset < chunk.length) {
    if (offset + 4 > chunk.length) return 'chunk-parameter';
    const type = chunk.readUInt16BE(offset);
    const length = chunk.readUInt16BE(offset + 2);
    if (length < 4 || offset + length > chunk.length) return 'chunk-parameter';
    const fixed = parameterLength[type];
    if (fixed !== undefined && length !== fixed) return 'chunk-parameter';
    offset += (length + 3) & ~3;
  }
  return null;
}

/** The first parameter of this type, header included, in a chunk whose parameters begin at `start`. */
export function findParameter(chunk: Buffer, start: number, wanted: number): Buffer | undefined {
  let offset = start;
  while (offset + 4 <= chunk.length) {
    const length = chunk.readUInt16BE(offset + 2);
    if (chunk.readUInt16BE(offset) === wanted) return chunk.subarray(offset, offset + length);
    offset += (Math.max(length, 4) + 3) & ~3;
  }
  return undefined;
}

/** Every cause lies within its chunk (RFC 9260 section 3.3.10). What it holds is read by nobody; the library itself sends some without their fields. */
function checkCauses(chunk: Buffer): DropReason | null {
  let offset = 4;
  while (offset < chunk.length) {
    if (offset + 4 > chunk.length) return 'chunk-parameter';
    const length = chunk.readUInt16BE(offset + 2);
    if (length < 4 || offset + length > chunk.length) return 'chunk-parameter';
    offset += (length + 3) & ~3;
  }
  return null;
}
