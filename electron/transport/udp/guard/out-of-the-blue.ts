import { packetChecksum } from './crc32c.ts';
import { chunkType, type PacketHeader } from './packet-check.ts';

/** An SCTP packet without user data: its ports, tag, and one chunk that is a header alone. */
export interface BarePacket {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly verificationTag: number;
  readonly type: number;
  readonly flags: number;
}

/** The T bit of ABORT and SHUTDOWN COMPLETE: the tag is the receiver's own, reflected (RFC 9260 sections 3.3.7 and 3.3.13). */
export const reflectedTag = 1;

/** The 16 bytes of such a packet, checksum included. */
export function encodeBarePacket(packet: BarePacket): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16BE(packet.sourcePort, 0);
  bytes.writeUInt16BE(packet.destinationPort, 2);
  bytes.writeUInt32BE(packet.verificationTag, 4);
  bytes.writeUInt8(packet.type, 12);
  bytes.writeUInt8(packet.flags, 13);
  bytes.writeUInt16BE(4, 14);
  bytes.writeUInt32LE(packetChecksum(bytes), 8);
  return bytes;
}

const unanswered: ReadonlySet<number> = new Set([
  chunkType.abort,
  chunkType.shutdownComplete,
  chunkType.cookieAck,
  chunkType.error,
]);

/**
 * What an endpoint answers to a packet that belongs to no association, or null for silence (RFC 9260 section 8.4), whatever port it
 * was sent to. Keeps no state, and the answer is never longer than what it answers. `datagram` has passed `checkPacket`.
 */
export function answerOutOfTheBlue(datagram: Buffer, header: PacketHeader): Buffer | null {
  const { chunks, verificationTag } = header;
  const answer = (type: number, flags: number, tag: number): Buffer =>
    encodeBarePacket({
      sourcePort: header.destinationPort,
      destinationPort: header.sourcePort,
      verificationTag: tag,
      type,
      flags,
    });
  if (chunks.includes(chunkType.abort)) return null;
  if (chunks.includes(chunkType.init)) {
    // An INIT that cannot be taken is refused with its own tag; one with a tag in the header is no INIT at all (section 8.5.1).
    return verificationTag === 0 ? answer(chunkType.abort, 0, datagram.readUInt32BE(16)) : null;
  }
  if (chunks.includes(chunkType.shutdownAck))
    return answer(chunkType.shutdownComplete, reflectedTag, verificationTag);
  if (chunks.some((type) => unanswered.has(type))) return null;
  return answer(chunkType.abort, reflectedTag, verificationTag);
}
