import type { DropReason } from '../../../../shared/model/diagnostics.ts';
import { type Association, inboundStreams } from '../stack/sctp-library.ts';
import { reflectedTag } from './out-of-the-blue.ts';
import { chunkType, type PacketHeader } from './packet-check.ts';

/** How far ahead a TSN may lie: the library searches everything in between. */
const window = 4096;
const maxGapBlocks = 64;
/** Length of a DATA chunk without user data. */
const emptyData = 16;
/** In which a SHUTDOWN is discarded: what it would end is not there yet, and it is sent again (RFC 9260 section 9.2). */
const handshakeStates: ReadonlySet<string> = new Set(['COOKIE-WAIT', 'COOKIE-ECHOED']);

function ahead(value: number, base: number): number {
  return (value - base) | 0;
}

/**
 * The verification tag (RFC 9260 section 8.5): ours, or, where an ABORT or a SHUTDOWN COMPLETE says by its T bit that it reflects, the peer's
 * own, and then ours no longer (section 8.5.1).
 */
export function belongs(
  packet: Buffer,
  { verificationTag, chunks }: PacketHeader,
  association: Association,
): boolean {
  let offset = 12;
  for (const type of chunks) {
    if (type === chunkType.abort || type === chunkType.shutdownComplete) {
      const reflects = (packet.readUInt8(offset + 1) & reflectedTag) !== 0;
      return verificationTag === (reflects ? association.peer_tag : association.my_tag);
    }
    offset += (packet.readUInt16BE(offset + 2) + 3) & ~3;
  }
  return verificationTag === association.my_tag;
}

/**
 * Checks what only the association can tell, on a packet that passed `checkPacket`: TSNs and acknowledgements in reach, and no end before its
 * time. The library takes any 32-bit value and would search billions of numbers for it. What all this keeps out: [README](README.md).
 */
export function checkForAssociation(packet: Buffer, association: Association): DropReason | null {
  let offset = 12;
  while (offset + 4 <= packet.length) {
    const length = packet.readUInt16BE(offset + 2);
    if (!plausible(packet, offset, length, association)) return 'chunk-value';
    offset += (length + 3) & ~3;
  }
  return null;
}

function plausible(
  packet: Buffer,
  offset: number,
  length: number,
  association: Association,
): boolean {
  switch (packet.readUInt8(offset)) {
    case chunkType.data: {
      const acknowledged = association.reassembly.peer_c_tsn;
      if (acknowledged === undefined || packet.readUInt16BE(offset + 8) >= inboundStreams)
        return false;
      const distance = ahead(packet.readUInt32BE(offset + 4), acknowledged.number);
      // One without user data ends the association (RFC 9260 section 6.2); so it has to be the very next, as a reset has in TCP (RFC 5961).
      if (length === emptyData) return distance === 1;
      return distance > -window && distance <= window;
    }
    case chunkType.sack:
      return (
        acknowledges(packet.readUInt32BE(offset + 4), association) &&
        plausibleGaps(packet, offset, association)
      );
    case chunkType.shutdown:
      return (
        !handshakeStates.has(association.state) &&
        acknowledges(packet.readUInt32BE(offset + 4), association)
      );
    default:
      return true;
  }
}

/**
 * Never acknowledges what was not sent, nor less than was acknowledged before: that is old, or made up (RFC 9260 sections 6.2.1 and 9.2). The
 * library counts from its tag.
 */
function acknowledges(tsn: number, association: Association): boolean {
  const { c_tsn_ack, my_next_tsn, my_tag } = association;
  return ahead(tsn, my_next_tsn.number) < 0 && ahead(tsn, c_tsn_ack?.number ?? my_tag - 1) >= 0;
}

/** Gap blocks count from the acknowledged TSN on, and lie among what was sent (RFC 9260 section 3.3.4). */
function plausibleGaps(packet: Buffer, offset: number, association: Association): boolean {
  const blocks = packet.readUInt16BE(offset + 12);
  if (blocks > maxGapBlocks) return false;
  const outstanding = ahead(association.my_next_tsn.number, packet.readUInt32BE(offset + 4)) - 1;
  for (let i = 0; i < blocks; i++) {
    const start = packet.readUInt16BE(offset + 16 + 4 * i);
    const end = packet.readUInt16BE(offset + 18 + 4 * i);
    if (start === 0 || end < start || end > outstanding) return false;
  }
  return true;
}
