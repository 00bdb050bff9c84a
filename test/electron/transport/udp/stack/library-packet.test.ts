import fc from 'fast-check';
import Chunk from 'sctp/lib/chunk.js';
import { describe, expect, it } from 'vitest';
import {
  checkPacket,
  chunkType,
} from '../../../../../electron/transport/udp/guard/packet-check.ts';
import {
  libraryPacket,
  packetBytes,
} from '../../../../../electron/transport/udp/stack/library-packet.ts';
import { hostileDatagrams } from '../../../../support/hostile-datagrams.ts';
import { initBody, sctpChunk, sctpPacket, words } from '../../../../support/sctp-packet.ts';

/** The chunks that are left of these for the library, or null where it gets nothing of their packet. */
function left(...chunks: readonly Buffer[]): readonly Buffer[] | null {
  const datagram = sctpPacket({ source: 1, destination: 2, tag: 3, chunks });
  const header = checkPacket(datagram);
  if (typeof header === 'string') throw new Error(header);
  return libraryPacket(datagram, header)?.chunks ?? null;
}

const cookie = Buffer.from([0, 7, 0, 8, 1, 2, 3, 4]);
const address = Buffer.from([0, 5, 0, 8, 192, 0, 2, 7]);

describe('what the library gets to see of a packet', () => {
  it('is an INIT without its parameters', () => {
    const init = sctpChunk(chunkType.init, Buffer.concat([initBody(9), address]));
    expect(left(init)).toEqual([sctpChunk(chunkType.init, initBody(9))]);
  });

  it('is an INIT ACK with its cookie alone', () => {
    const full = Buffer.concat([initBody(9), address, cookie, address]);
    expect(left(sctpChunk(chunkType.initAck, full))).toEqual([
      sctpChunk(chunkType.initAck, Buffer.concat([initBody(9), cookie])),
    ]);
  });

  it('is an ABORT without its causes, whose lengths would lead it round and round', () => {
    const causes = Buffer.from([0, 12, 0, 5, 65, 0, 0, 0, 0, 0, 0, 4]);
    expect(left(sctpChunk(chunkType.abort, causes, { flags: 1 }))).toEqual([
      sctpChunk(chunkType.abort, Buffer.alloc(0), { flags: 1 }),
    ]);
  });

  it.each([
    ['SHUTDOWN', chunkType.shutdown, words(5)],
    ['SHUTDOWN ACK', chunkType.shutdownAck, Buffer.alloc(0)],
    ['COOKIE ACK', chunkType.cookieAck, Buffer.alloc(0)],
    ['SACK', chunkType.sack, words(1, 2, 0)],
  ])('is a %s cut to what it is', (_name, type, body) => {
    const longer = sctpChunk(type, Buffer.concat([body, words(0, 0)]));
    expect(left(longer)).toEqual([sctpChunk(type, body)]);
  });

  it('is no ERROR, and no chunk of an extension that may be skipped', () => {
    const sack = sctpChunk(chunkType.sack, words(1, 2, 0));
    const error = sctpChunk(chunkType.error, Buffer.from([0, 3, 0, 8, 0, 0, 0, 0]));
    expect(left(error, sctpChunk(192, words(1)), sack, sctpChunk(132))).toEqual([sack]);
  });

  it('is nothing where a chunk that nobody knows says to discard the packet', () => {
    expect(left(sctpChunk(chunkType.sack, words(1, 2, 0)), sctpChunk(12, words(0)))).toBeNull();
  });

  it('is read by it to the end, whatever the packet was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const next = hostileDatagrams(seed);
        for (let i = 0; i < 20; i++) {
          const datagram = next({
            source: 1,
            destination: 2,
            tag: () => 3,
            tsns: [0, 0xffff_ffff],
            recorded: [],
          });
          const header = checkPacket(datagram);
          if (typeof header === 'string') continue;
          for (const chunk of libraryPacket(datagram, header)?.chunks ?? []) {
            const read = new Chunk(chunk as never) as { error?: boolean };
            expect(read.error).toBeUndefined();
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is sent as it is, with a checksum', () => {
    const datagram = sctpPacket({
      source: 1,
      destination: 2,
      tag: 3,
      chunks: [sctpChunk(chunkType.shutdownAck)],
    });
    const header = checkPacket(datagram);
    if (typeof header === 'string') throw new Error(header);
    const packet = libraryPacket(datagram, header);
    expect(packet && packetBytes(packet)).toEqual(datagram);
  });
});
