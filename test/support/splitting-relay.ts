import { type OneClientRelay, startOneClientRelay, type Towards } from './one-client-relay.ts';
import { sealed } from './sctp-packet.ts';

/** One DATA chunk of a packet that held several. */
export interface SplitChunk {
  readonly towards: Towards;
  /** From zero. */
  readonly index: number;
  readonly of: number;
}

/** A UDP relay on loopback for one client that sends each DATA chunk of a packet with several in a packet of its own, and loses some. */
export interface SplittingRelay extends Pick<OneClientRelay, 'port' | 'close'> {
  /** Those that were lost. */
  readonly lost: readonly SplitChunk[];
}

const headerLength = 12;
const dataChunk = 0;

/** `loses` says which. What is sent again alone is no part of a packet any more, and passes. */
export async function startSplittingRelay(
  serverPort: number,
  loses: (chunk: SplitChunk) => boolean,
): Promise<SplittingRelay> {
  const lost: SplitChunk[] = [];
  const passing = (towards: Towards, packet: Buffer): readonly Buffer[] => {
    const chunks = chunksWithHeads(packet);
    const data = chunks.filter((chunk) => chunk[0] === dataChunk);
    if (data.length < 2) return [packet];
    const kept = data.filter((_, index) => {
      const chunk = { towards, index, of: data.length };
      if (!loses(chunk)) return true;
      lost.push(chunk);
      return false;
    });
    const header = packet.subarray(0, headerLength);
    const others = chunks.filter((chunk) => chunk[0] !== dataChunk);
    const packets = [...(others.length > 0 ? [others] : []), ...kept.map((chunk) => [chunk])];
    return packets.map((each) => sealed(Buffer.concat([header, ...each])));
  };
  const relay: OneClientRelay = await startOneClientRelay(serverPort, (towards, packet) => {
    for (const each of passing(towards, packet)) relay.send(towards, each);
  });
  return { port: relay.port, close: relay.close, lost };
}

/** The chunks of a packet as they are in it, padding included. */
function chunksWithHeads(packet: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = headerLength; at + 4 <= packet.length; ) {
    const length = (Math.max(4, packet.readUInt16BE(at + 2)) + 3) & ~3;
    chunks.push(packet.subarray(at, at + length));
    at += length;
  }
  return chunks;
}
