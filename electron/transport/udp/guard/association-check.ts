import type { DropReason } from '../../../../shared/model/diagnostics.ts';
import { type Association, inboundStreams } from '../stack/sctp-library.ts';
import { chunkType } from './packet-check.ts';

/** How far ahead a TSN may lie: the library searches everything in between. */
const window = 4096;
const maxGapBlocks = 64;

function ahead(value: number, base: number): number {
  return (value - base) | 0;
}

const reflected: ReadonlySet<number> = new Set([chunkType.abort, chunkType.shutdownComplete]);

/** The verification tag (RFC 9260 section 8.5): ours, or for an ABORT and a SHUTDOWN COMPLETE, the peer's own reflected. */
export function belongs(tag: number, chunks: readonly number[], association: Association): boolean {
  return (
    tag === association.my_tag ||
    (tag === association.peer_tag && chunks.some((type) => reflected.has(type)))
  );
}

/**
 * Checks what only the association can tell, on a packet that passed `checkPacket`: TSNs and acknowledgements in reach. The library
 * takes any 32-bit value and would search billions of numbers for it.
 */
export function checkForAssociation(packet: Buffer, association: Association): DropReason | null {
  let offset = 12;
  while (offset + 4 <= packet.length) {
    const length = packet.readUInt16BE(offset + 2);
    if (!plausible(packet.subarray(offset, offset + length), association)) return 'chunk-value';
    offset += (length + 3) & ~3;
  }
  return null;
}

function plausible(chunk: Buffer, association: Association): boolean {
  switch (chunk.readUInt8(0)) {
    case chunkType.data: {
      const acknowledged = association.reassembly.peer_c_tsn;
      if (acknowledged === undefined || chunk.readUInt16BE(8) >= inboundStreams) return false;
      const distance = ahead(chunk.readUInt32BE(4), acknowledged.number);
      return distance > -window && distance <= window;
    }
    case chunkType.sack:
      return acknowledges(chunk.readUInt32BE(4), association) && plausibleGaps(chunk, association);
    case chunkType.shutdown:
      return acknowledges(chunk.readUInt32BE(4), association);
    default:
      return true;
  }
}

/** Never acknowledges what was not sent (RFC 9260 section 6.2.1), nor what lies far behind. */
function acknowledges(tsn: number, association: Association): boolean {
  const distance = ahead(tsn, association.my_next_tsn.number);
  return distance < 0 && distance > -window;
}

/** Gap blocks count from the acknowledged TSN on, and lie among what was sent (RFC 9260 section 3.3.4). */
function plausibleGaps(sack: Buffer, association: Association): boolean {
  const blocks = sack.readUInt16BE(12);
  if (blocks > maxGapBlocks) return false;
  const outstanding = ahead(association.my_next_tsn.number, sack.readUInt32BE(4)) - 1;
  for (let i = 0; i < blocks; i++) {
    const start = sack.readUInt16BE(16 + 4 * i);
    const end = sack.readUInt16BE(18 + 4 * i);
    if (start === 0 || end < start || end > outstanding) return false;
  }
  return true;
}
