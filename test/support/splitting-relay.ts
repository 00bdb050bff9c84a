import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Towards } from './recording-relay.ts';
import { sealed } from './sctp-packet.ts';

/** One DATA chunk of a packet that held several. */
export interface SplitChunk {
  readonly towards: Towards;
  /** From zero. */
  readonly index: number;
  readonly of: number;
}

/** A UDP relay on loopback for one client that sends each DATA chunk of a packet with several in a packet of its own, and loses some. */
export interface SplittingRelay {
  /** Where the client sends to. */
  readonly port: number;
  /** Those that were lost. */
  readonly lost: readonly SplitChunk[];
  close(): void;
}

const headerLength = 12;
const dataChunk = 0;

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

/** `loses` says which. What is sent again alone is no part of a packet any more, and passes. */
export async function startSplittingRelay(
  serverPort: number,
  loses: (chunk: SplitChunk) => boolean,
): Promise<SplittingRelay> {
  const front = await bound();
  const back = await bound();
  const lost: SplitChunk[] = [];
  let clientPort = 0;
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
  front.on('message', (packet, from) => {
    clientPort = from.port;
    for (const each of passing('server', packet)) back.send(each, serverPort, '127.0.0.1');
  });
  back.on('message', (packet) => {
    for (const each of passing('client', packet)) front.send(each, clientPort, '127.0.0.1');
  });
  return {
    port: front.address().port,
    lost,
    close() {
      front.close();
      back.close();
    },
  };
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
