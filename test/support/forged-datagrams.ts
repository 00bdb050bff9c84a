import { seededRandom } from '../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { chunkType } from '../../electron/transport/udp/guard/packet-check.ts';
import type { Towards } from './one-client-relay.ts';
import { chunksOf, type Recorded } from './recording-relay.ts';
import { dataBody, initBody, sctpChunk, sctpPacket, words } from './sctp-packet.ts';

/** A packet that claims to be of an association, with its right ports unless it is told that it has others. */
export interface Forged {
  readonly towards: Towards;
  readonly datagram: Buffer;
}

/** The numbers of an association, read off what passed. */
interface Numbers {
  readonly source: number;
  readonly destination: number;
  /** The tag of the end that is written to, and of the other. */
  readonly own: number;
  readonly peers: number;
  /** Of what this end receives, and of what it sent: the first and the last TSN. */
  readonly received: readonly [number, number];
  readonly sent: readonly [number, number];
}

function numbersOf(recorded: readonly Recorded[], towards: Towards): Numbers {
  const first = (type: number): Buffer => {
    const found = recorded.find(({ datagram }) => datagram[12] === type);
    if (found === undefined) throw new Error('the handshake was not recorded');
    return found.datagram;
  };
  const init = first(chunkType.init);
  const initAck = first(chunkType.initAck);
  const tags = { client: init.readUInt32BE(16), server: initAck.readUInt32BE(16) };
  const ports = { client: init.readUInt16BE(0), server: init.readUInt16BE(2) };
  const other = towards === 'client' ? 'server' : 'client';
  const tsns = (way: Towards, begin: number): [number, number] => {
    let last = (begin - 1) >>> 0;
    for (const { towards: to, datagram } of recorded) {
      if (to !== way) continue;
      for (const { type, body } of chunksOf(datagram))
        if (type === chunkType.data) last = body.readUInt32BE(0);
    }
    return [begin, last];
  };
  const begins = { client: init.readUInt32BE(28), server: initAck.readUInt32BE(28) };
  return {
    source: ports[other],
    destination: ports[towards],
    own: tags[towards],
    peers: tags[other],
    received: tsns(towards, begins[other]),
    sent: tsns(other, begins[towards]),
  };
}

/**
 * Makes packets of which none may end an association: replays of what passed; right tag, ports and checksum around what is stale, out of its
 * state or out of its window; and wrong tags around anything. A right tag around an ABORT, or around a SHUTDOWN or DATA that fits, is not among them:
 * whoever has seen the tag can end the association. `only` leaves out all but the stale ones whose names begin so.
 */
export function forgedDatagrams(
  seed: number,
  only = '',
): (recorded: readonly Recorded[]) => Forged {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const cookie = Buffer.concat([Buffer.from([0, 7, 0, 56]), Buffer.alloc(52, 7)]);
  const reflects = { flags: 1 };
  const nothing = Buffer.alloc(0);

  const stale = (
    n: Numbers,
  ): [string, Buffer, number, { source?: number; destination?: number }?][] => [
    ['ABORT that does not say that it reflects', sctpChunk(chunkType.abort), n.peers],
    ['ABORT that says that it reflects', sctpChunk(chunkType.abort, nothing, reflects), n.own],
    [
      'ABORT that reflects, to another port',
      sctpChunk(chunkType.abort, nothing, reflects),
      n.peers,
      { destination: 1 + below(9000) },
    ],
    ['ABORT to another port', sctpChunk(chunkType.abort), n.own, { destination: 1 + below(9000) }],
    // What answers it reflects its tag, to the port that it claims to come from.
    [
      'HEARTBEAT from another port',
      sctpChunk(chunkType.heartbeat, Buffer.from([0, 1, 0, 8, 1, 2, 3, 4])),
      n.own,
      { source: 1 + below(1000) },
    ],
    ['SHUTDOWN that is old', sctpChunk(chunkType.shutdown, words(n.sent[0] - 1)), n.own],
    ['SHUTDOWN ahead', sctpChunk(chunkType.shutdown, words(n.sent[1] + 1 + below(9))), n.own],
    ['SHUTDOWN ACK', sctpChunk(chunkType.shutdownAck), n.own],
    ['SHUTDOWN COMPLETE', sctpChunk(chunkType.shutdownComplete), n.own],
    ['SHUTDOWN COMPLETE', sctpChunk(chunkType.shutdownComplete, nothing, reflects), n.peers],
    ['SACK ahead', sctpChunk(chunkType.sack, words(n.sent[1] + 1 + below(9), 0, 0)), n.own],
    ['SACK that is old', sctpChunk(chunkType.sack, words(n.sent[0] - 1 - below(9), 0, 0)), n.own],
    [
      'DATA without data, not the next',
      sctpChunk(chunkType.data, dataBody(n.received[1] + 2 + below(4000), nothing), { flags: 3 }),
      n.own,
    ],
    [
      'DATA without data, of before',
      sctpChunk(chunkType.data, dataBody(n.received[1] - below(9), nothing), { flags: 3 }),
      n.own,
    ],
    [
      'DATA far ahead',
      sctpChunk(chunkType.data, dataBody(n.received[1] + 5000 + below(2 ** 30), Buffer.from('x')), {
        flags: 3,
      }),
      n.own,
    ],
    [
      'DATA of before',
      sctpChunk(chunkType.data, dataBody(n.received[0], Buffer.from('x')), { flags: 3 }),
      n.own,
    ],
    ['INIT', sctpChunk(chunkType.init, initBody(1 + below(2 ** 31))), 0],
    [
      'INIT ACK',
      sctpChunk(chunkType.initAck, Buffer.concat([initBody(1 + below(2 ** 31)), cookie])),
      n.own,
    ],
    ['COOKIE ECHO', sctpChunk(chunkType.cookieEcho, cookie), n.own],
    ['COOKIE ECHO', sctpChunk(chunkType.cookieEcho, cookie), below(2 ** 32)],
    ['COOKIE ACK', sctpChunk(chunkType.cookieAck), n.own],
    [
      'HEARTBEAT ACK',
      sctpChunk(
        chunkType.heartbeatAck,
        Buffer.concat([Buffer.from([0, 1, 0, 16]), Buffer.alloc(12, below(256))]),
      ),
      n.own,
    ],
    ['ERROR', sctpChunk(chunkType.error, Buffer.from([0, 1 + below(13), 0, 8, 0, 0, 0, 9])), n.own],
  ];
  const blind = (): Buffer =>
    pick([
      sctpChunk(chunkType.abort, nothing, { flags: below(2) }),
      sctpChunk(chunkType.shutdown, words(below(2 ** 32))),
      sctpChunk(chunkType.shutdownComplete, nothing, { flags: below(2) }),
      sctpChunk(chunkType.data, dataBody(below(2 ** 32), Buffer.from('x')), { flags: 3 }),
      sctpChunk(chunkType.sack, words(below(2 ** 32), 0, 0)),
    ]);

  return (recorded) => {
    const kind = only === '' ? random() : 1;
    if (kind < 0.3) return pick(recorded);
    const towards = pick<Towards>(['server', 'client']);
    const numbers = numbersOf(recorded, towards);
    const { source, destination, own, peers } = numbers;
    if (kind < 0.6) {
      const guess = below(2 ** 32);
      const tag = guess === own || guess === peers ? 1 : guess;
      const chunks = [blind()];
      return {
        towards,
        datagram: sctpPacket({ source, destination, tag, chunks }),
      };
    }
    const [, chunk, tag, otherPorts] = pick(
      stale(numbers).filter(([name]) => name.startsWith(only)),
    );
    return {
      towards,
      datagram: sctpPacket({ source, destination, tag, chunks: [chunk], ...otherPorts }),
    };
  };
}
