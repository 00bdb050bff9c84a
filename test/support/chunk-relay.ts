import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { chunksOf, type Towards } from './recording-relay.ts';
import { sctpChunk, sealed } from './sctp-packet.ts';

/** What becomes of a chunk; `late`: it goes behind the next one of its way. */
export type Fate = 'pass' | 'lose' | 'twice' | 'late';

/** A chunk on its way: its type (RFC 9260 section 3.2), and how many of this type and way came before it. */
export interface Travelling {
  readonly towards: Towards;
  readonly type: number;
  readonly index: number;
}

/** A UDP relay on loopback for one client, in which each chunk goes in a packet of its own and has a fate of its own. */
export interface ChunkRelay {
  /** Where the client sends to. */
  readonly port: number;
  /** How many met each fate. */
  readonly counts: Readonly<Record<Fate, number>>;
  close(): void;
}

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

export async function startChunkRelay(
  serverPort: number,
  fateOf: (chunk: Travelling) => Fate,
): Promise<ChunkRelay> {
  const front = await bound();
  const back = await bound();
  const counts = { pass: 0, lose: 0, twice: 0, late: 0 };
  const seen = new Map<string, number>();
  const late: Record<Towards, Buffer[]> = { server: [], client: [] };
  let clientPort = 0;

  const send = (towards: Towards, packet: Buffer): void => {
    if (towards === 'server') back.send(packet, serverPort, '127.0.0.1');
    else front.send(packet, clientPort, '127.0.0.1');
  };
  const relay = (towards: Towards, datagram: Buffer): void => {
    let offset = 12;
    for (const { type, body } of chunksOf(datagram)) {
      const flags = datagram.readUInt8(offset + 1);
      const packet = Buffer.concat([datagram.subarray(0, 12), sctpChunk(type, body, { flags })]);
      offset += (4 + body.length + 3) & ~3;
      const index = seen.get(`${towards} ${type}`) ?? 0;
      seen.set(`${towards} ${type}`, index + 1);
      const fate = fateOf({ towards, type, index });
      counts[fate]++;
      if (fate === 'late') late[towards].push(sealed(packet));
      if (fate === 'lose' || fate === 'late') continue;
      send(towards, sealed(packet));
      if (fate === 'twice') send(towards, packet);
      for (const held of late[towards].splice(0)) send(towards, held);
    }
  };
  front.on('message', (datagram, from) => {
    clientPort = from.port;
    relay('server', datagram);
  });
  back.on('message', (datagram) => relay('client', datagram));
  return {
    port: front.address().port,
    counts,
    close() {
      front.close();
      back.close();
    },
  };
}
