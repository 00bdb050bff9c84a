import fc from 'fast-check';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import {
  chunkType,
  type PacketHeader,
} from '../../../../../electron/transport/udp/guard/packet-check.ts';
import { deliver } from '../../../../../electron/transport/udp/stack/deliver.ts';
import {
  type Association,
  Endpoint,
} from '../../../../../electron/transport/udp/stack/sctp-library.ts';
import { SctpTransport } from '../../../../../electron/transport/udp/stack/sctp-transport.ts';
import { dataBody, sctpChunk, sctpPacket, words } from '../../../../support/sctp-packet.ts';

/** Just before the numbers wrap. */
const peerTsn = 0xffff_fffe;

interface End {
  readonly association: Association;
  readonly transport: SctpTransport;
  readonly delivered: Uint8Array[];
  /** A packet comes in. */
  take(chunks: readonly Buffer[]): void;
}

const ends: End[] = [];

afterEach(() => {
  for (const { association } of ends.splice(0)) association._destroy();
});

/** An end of an association that is established, with nobody at the other; `quick`: with the quick path or by the library alone. */
function end(quick: boolean): End {
  const endpoint = new Endpoint({ localPort: 5000, MIS: 2 });
  endpoint.transport = { sendPacket: () => {}, unallocate: () => {} };
  const association = endpoint.ASSOCIATE({ remoteAddress: '192.0.2.1', remotePort: 6000 });
  endpoint._getAssociation = () => association;
  const parts = { transmit: () => {}, release: () => endpoint.DESTROY() };
  const transport = new SctpTransport(association, 'test', parts);
  const delivered: Uint8Array[] = [];
  transport.onMessage((message) => delivered.push(message));
  const chunks = [
    { type: chunkType.initAck, body: initAck() },
    { type: chunkType.cookieAck, body: Buffer.alloc(0) },
  ];
  const take = (list: readonly Buffer[], types: readonly number[]): void => {
    const tag = association.my_tag;
    const datagram = sctpPacket({ source: 6000, destination: 5000, tag, chunks: list });
    const header: PacketHeader = {
      sourcePort: 6000,
      destinationPort: 5000,
      verificationTag: tag,
      chunks: types,
    };
    const packet = { datagram, header, from: '192.0.2.1', association };
    deliver(endpoint, packet, (error) => {
      throw error;
    });
  };
  for (const { type, body } of chunks) take([sctpChunk(type, body)], [type]);
  if (!quick) association.quickPath = undefined;
  const one: End = {
    association,
    transport,
    delivered,
    take: (list) =>
      take(
        list,
        list.map((chunk) => chunk.readUInt8(0)),
      ),
  };
  ends.push(one);
  return one;
}

function initAck(): Buffer {
  const fixed = Buffer.concat([words(9, 65_536), Buffer.from([0, 2, 0, 2]), words(peerTsn)]);
  return Buffer.concat([fixed, Buffer.from([0, 7, 0, 8, 1, 2, 3, 4])]);
}

/** All that the next packet depends on. */
function stateOf({ association, delivered }: End) {
  const { reassembly, my_next_tsn, my_tag } = association;
  return {
    delivered: delivered.map((bytes) => [...bytes]),
    state: association.state,
    received: reassembly.peer_c_tsn?.number,
    highest: reassembly.peer_max_tsn.number,
    lowest: reassembly.peer_min_tsn.number,
    sequence: reassembly.peer_ssn,
    held: reassembly.mapping_array.length,
    window: reassembly.rwnd,
    sent: Object.keys(association.sent).map((tsn) => (Number(tsn) - my_tag) >>> 0),
    next: (my_next_tsn.number - my_tag) >>> 0,
    underWay: association.flightsize,
    congestion: association.cwnd,
    peerWindow: association.peer_rwnd,
    timer: Boolean(association.T3),
    mayMeasure: Boolean(association.rtoPending),
    acknowledged: ((association.c_tsn_ack?.number ?? my_tag) - my_tag) >>> 0,
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** DATA of the peer: mostly the next, sometimes one before or ahead, and seldom with the sequence number of another. */
const datum = fc.record({
  ahead: fc.constantFrom(0, 0, 0, 0, -1, 1, 2),
  skew: fc.constantFrom(0, 0, 0, 0, -1, 1),
});

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ data: fc.array(datum, { minLength: 1, maxLength: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ send: fc.integer({ min: 1, max: 4 }) }) },
  // A SACK of all but so many.
  {
    weight: 3,
    arbitrary: fc.record({
      sack: fc.constantFrom(0, 0, 0, 1, 2),
      window: fc.constantFrom(20_000, 65_536),
    }),
  },
);

it('leaves an association as the library does, whatever comes and goes (RFC 9260 section 6)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const pair = [end(true), end(false)];
      let next = 0;
      for (const one of steps) {
        if ('data' in one) {
          const list = one.data.map(({ ahead, skew }) => {
            const n = Math.max(0, next + ahead);
            if (ahead === 0) next++;
            const body = dataBody(peerTsn + n, Uint8Array.of(n), {
              sequence: Math.max(0, n + skew),
            });
            return sctpChunk(chunkType.data, body, { flags: 3 });
          });
          for (const { take } of pair) take(list);
        } else if ('send' in one) {
          for (const { transport } of pair)
            for (let n = 0; n < one.send; n++) transport.send(Uint8Array.of(n));
        } else {
          for (const { association, take } of pair) {
            const { my_next_tsn, my_tag, c_tsn_ack } = association;
            const most = (my_next_tsn.number - my_tag) >>> 0;
            const least = ((c_tsn_ack?.number ?? my_tag - 1) - my_tag + 1) >>> 0;
            const acknowledged = my_tag - 1 + Math.max(least, most - one.sack);
            take([sctpChunk(chunkType.sack, words(acknowledged, one.window, 0))]);
          }
        }
        await turn();
        const [quick, slow] = pair.map(stateOf);
        expect(quick).toEqual(slow);
      }
      for (const { association } of pair) association._destroy();
    }),
    { numRuns: 150 },
  );
});

/** The SACK of all that was sent. */
function sackOfAll({ association }: End, window: number): Buffer {
  return sctpChunk(chunkType.sack, words(association.my_next_tsn.number - 1, window, 0));
}

it.each([true, false])(
  'measures no round trip by a time of day that jumps (quick: %s)',
  async (quick) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const one = end(quick);
    for (const jump of [-3_600_000, 3_600_000]) {
      one.transport.send(Uint8Array.of(1));
      await turn();
      vi.setSystemTime(Date.now() + jump);
      one.take([sackOfAll(one, 65_536)]);
      expect(one.association.rtoPending).toBe(false);
      expect(one.association.SRTT).toBeGreaterThanOrEqual(0);
      expect(one.association.SRTT).toBeLessThan(600_000);
    }
  },
);

it.each([true, false])(
  'has one message under way where the peer has no room (RFC 9260 section 6.1, A; quick: %s)',
  async (quick) => {
    const one = end(quick);
    const { association, transport, take } = one;
    const underWay = () => Object.keys(association.sent).length;
    transport.send(Uint8Array.of(0));
    await turn();
    take([sackOfAll(one, 0)]);
    for (let n = 0; n < 3; n++) transport.send(Uint8Array.of(n));
    await turn();
    expect(underWay()).toBe(1);
    take([sackOfAll(one, 0)]);
    await turn();
    expect(underWay()).toBe(1);
    take([sackOfAll(one, 65_536)]);
    transport.send(Uint8Array.of(4));
    await turn();
    expect(underWay()).toBe(2);
  },
);
