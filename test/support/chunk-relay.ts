import { type OneClientRelay, startOneClientRelay, type Towards } from './one-client-relay.ts';
import { chunksOf } from './recording-relay.ts';
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
export interface ChunkRelay extends Pick<OneClientRelay, 'port' | 'close'> {
  /** How many met each fate. */
  readonly counts: Readonly<Record<Fate, number>>;
}

export async function startChunkRelay(
  serverPort: number,
  fateOf: (chunk: Travelling) => Fate,
): Promise<ChunkRelay> {
  const counts = { pass: 0, lose: 0, twice: 0, late: 0 };
  const seen = new Map<string, number>();
  const late: Record<Towards, Buffer[]> = { server: [], client: [] };
  const relay: OneClientRelay = await startOneClientRelay(serverPort, (towards, datagram) => {
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
      relay.send(towards, sealed(packet));
      if (fate === 'twice') relay.send(towards, packet);
      for (const held of late[towards].splice(0)) relay.send(towards, held);
    }
  });
  return { port: relay.port, close: relay.close, counts };
}
