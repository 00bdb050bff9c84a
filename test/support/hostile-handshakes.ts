import type { RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { seededRandom } from '../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { connectUdp } from '../../electron/transport/udp/client.ts';
import type { UdpServer } from '../../electron/transport/udp/server.ts';
import { hostileDatagrams } from './hostile-datagrams.ts';
import { boundSocket } from './loopback-socket.ts';
import { initBody, sctpChunk, sctpPacket, words } from './sctp-packet.ts';

const port = 9090;
const limits = [0, 1, 2, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff];

/** The cookie parameter of an INIT ACK, as a COOKIE ECHO carries it. */
function cookieOf(initAck: Buffer): Buffer | undefined {
  for (let offset = 32; offset + 4 <= initAck.length; ) {
    const length = initAck.readUInt16BE(offset + 2);
    if (initAck.readUInt16BE(offset) === 7) return initAck.subarray(offset + 4, offset + length);
    offset += (Math.max(length, 4) + 3) & ~3;
  }
  return undefined;
}

export interface HandshakeCounts {
  datagrams: number;
  handshakes: number;
  established: number;
}

/**
 * Clients that meet a server which answers INIT with something hostile, sets the association up with numbers at their limits, and then sends
 * hostile datagrams with the right tag. Resolves when every client is over, whatever way.
 */
export async function attackClients(seed: number, clients: number): Promise<HandshakeCounts> {
  const random = seededRandom(seed);
  const next = hostileDatagrams(seed);
  const counts: HandshakeCounts = { datagrams: 0, handshakes: 0, established: 0 };
  const socket = await boundSocket();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const recorded: Buffer[] = [];
  socket.on('error', () => {});
  socket.on('message', (datagram: Buffer, from: RemoteInfo) => {
    if (datagram.length < 16) return;
    const type = datagram.readUInt8(12);
    const send = (bytes: Buffer) => {
      counts.datagrams++;
      recorded.push(bytes);
      if (recorded.length > 200) recorded.splice(0, 100);
      socket.send(bytes, from.port, from.address, () => {});
    };
    const source = datagram.readUInt16BE(0);
    const tag = type === 1 ? datagram.readUInt32BE(16) : tags.get(from.port);
    if (tag === undefined) return;
    tags.set(from.port, tag);
    const hostile = (count: number) => {
      for (let i = 0; i < count; i++)
        send(next({ source: port, destination: source, tag: () => tag, tsns: [tsn], recorded }));
    };
    const packet = (chunk: Buffer) =>
      sctpPacket({ source: port, destination: source, tag, chunks: [chunk] });
    const tsn = pick(limits);
    if (type === 1) {
      counts.handshakes++;
      if (random() < 0.3) hostile(5);
      const body = Buffer.concat([
        initBody(pick(limits), { window: pick(limits), inbound: pick([0, 1, 2, 65_535]), tsn }),
        Buffer.from([0, 7, 0, 8, 1, 2, 3, 4]),
      ]);
      send(packet(sctpChunk(2, body)));
    } else if (type === 10) {
      send(packet(sctpChunk(11)));
      hostile(20);
    } else hostile(2);
  });
  const tags = new Map<number, number>();
  const target = {
    host: 'hostile',
    address: '127.0.0.1',
    family: 4 as const,
    port,
    udpPort: socket.address().port,
  };
  const meet = async (): Promise<void> => {
    try {
      const client = await connectUdp(target, { connectTimeoutMs: 300 });
      counts.established++;
      client.onMessage(() => {});
      client.send(Uint8Array.of(2, 0));
      const end = setTimeout(() => client.abort(), 200);
      await client.ended;
      clearTimeout(end);
    } catch {
      // Refused, timed out or failed: each is an end.
    }
  };
  await Promise.all(Array.from({ length: clients }, meet));
  socket.close();
  return counts;
}

/** Peers that set up an association with a server, with numbers at their limits, and then send hostile datagrams with the right tag. */
export async function attackServer(
  server: UdpServer,
  seed: number,
  associations: number,
): Promise<HandshakeCounts> {
  const random = seededRandom(seed);
  const next = hostileDatagrams(seed);
  const counts: HandshakeCounts = { datagrams: 0, handshakes: 0, established: 0 };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const recorded: Buffer[] = [];
  const socket = await boundSocket();
  const send = (bytes: Buffer) => {
    counts.datagrams++;
    socket.send(bytes, server.udpPort, '127.0.0.1', () => {});
  };
  for (let i = 0; i < associations; i++) {
    const source = 1 + (i % 60_000);
    const tsn = pick(limits);
    const ownTag = 1 + Math.floor(random() * 0xffff_fffe);
    const init = initBody(ownTag, {
      window: pick([1500, 65_536, 0xffff_ffff]),
      outbound: pick([1, 65_535]),
      inbound: pick([1, 65_535]),
      tsn,
    });
    counts.handshakes++;
    send(sctpPacket({ source, destination: port, tag: 0, chunks: [sctpChunk(1, init)] }));
    const initAck = await Promise.race([
      once(socket, 'message').then(([datagram]) => datagram as Buffer),
      new Promise<null>((resolve) => setTimeout(resolve, 500, null)),
    ]);
    if (initAck === null || initAck.readUInt8(12) !== 2) continue;
    const tag = initAck.readUInt32BE(16);
    const cookie = cookieOf(initAck);
    if (cookie === undefined) continue;
    const established = once(socket, 'message');
    send(sctpPacket({ source, destination: port, tag, chunks: [sctpChunk(10, cookie)] }));
    await Promise.race([established, new Promise((resolve) => setTimeout(resolve, 500))]);
    counts.established++;
    const peerTsn = initAck.readUInt32BE(28);
    const tsns = [tsn, (tsn - 1) >>> 0, peerTsn, (peerTsn - 1) >>> 0];
    for (let n = 0; n < 40; n++) {
      const bytes = next({ source, destination: port, tag: () => tag, tsns, recorded });
      recorded.push(bytes);
      if (recorded.length > 200) recorded.splice(0, 100);
      send(bytes);
    }
    // Gone without a trace, or by an ABORT with the right tag: both happen.
    if (random() < 0.8)
      send(sctpPacket({ source, destination: port, tag, chunks: [sctpChunk(6)] }));
    send(sctpPacket({ source, destination: port, tag, chunks: [sctpChunk(7, words(peerTsn))] }));
    await new Promise((resolve) => setImmediate(resolve));
  }
  socket.close();
  return counts;
}
