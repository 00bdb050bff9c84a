import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packetChecksum } from '../../../../../electron/transport/udp/guard/crc32c.ts';
import {
  checkPacket,
  chunkType,
} from '../../../../../electron/transport/udp/guard/packet-check.ts';
import { initBody, sctpChunk, sctpPacket, sealed, words } from '../../../../support/sctp-packet.ts';

const packet = (...chunks: readonly Buffer[]) =>
  sctpPacket({ source: 5000, destination: 9090, tag: 7, chunks });
const { data, init, initAck, sack, heartbeat, heartbeatAck, abort, error, cookieEcho } = chunkType;

describe('the checksum of an SCTP packet', () => {
  it('is CRC32c: 0x8A9136AA over thirty-two zero bytes (RFC 3720 appendix B.4)', () => {
    expect(packetChecksum(Buffer.alloc(32))).toBe(0x8a91_36aa);
  });

  it('is the one that is reckoned bit by bit, and takes its own field for zero', () => {
    const bytes = Buffer.from('12345678\0\0\0\x009abc', 'latin1');
    let crc = 0xffff_ffff;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f6_3b78 : crc >>> 1;
    }
    const expected = (crc ^ 0xffff_ffff) >>> 0;
    expect(packetChecksum(bytes)).toBe(expected);
    bytes.writeUInt32LE(expected, 8);
    expect(packetChecksum(bytes)).toBe(expected);
  });

  it('is wrong when any bit of the packet is turned', () => {
    const whole = packet(sctpChunk(init, initBody(1)));
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const turned = Buffer.from(whole);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(checkPacket(turned)).toBe('checksum');
    }
  });
});

describe('checking a packet', () => {
  it('reads its header and the types of its chunks', () => {
    expect(
      checkPacket(packet(sctpChunk(sack, words(1, 2, 0)), sctpChunk(data, words(1, 0, 0, 65)))),
    ).toEqual({
      sourcePort: 5000,
      destinationPort: 9090,
      verificationTag: 7,
      chunks: [sack, data],
    });
  });

  it('takes none that is cut off at any length', () => {
    const whole = packet(sctpChunk(init, initBody(1)));
    for (let length = 0; length < whole.length; length++)
      expect(typeof checkPacket(sealed(Buffer.from(whole.subarray(0, length))))).toBe('string');
  });

  it.each<[string, Buffer, string]>([
    [
      'a chunk longer than the packet',
      packet(sctpChunk(data, words(1, 0, 0, 0), { length: 100 })),
      'chunk-length',
    ],
    [
      'a chunk of length 0',
      packet(sctpChunk(data, words(1, 0, 0, 0), { length: 0 })),
      'chunk-length',
    ],
    ['DATA without its fields', packet(sctpChunk(data, words(1))), 'chunk-length'],
    ['INIT without its fields', packet(sctpChunk(init, words(1))), 'chunk-length'],
    ['INIT ACK without a cookie', packet(sctpChunk(initAck, initBody(1))), 'chunk-missing'],
    ['HEARTBEAT without its parameter', packet(sctpChunk(heartbeat)), 'chunk-length'],
    [
      'HEARTBEAT with another parameter',
      packet(sctpChunk(heartbeat, Buffer.from([0, 2, 0, 4]))),
      'chunk-missing',
    ],
    [
      'HEARTBEAT ACK that is too short',
      packet(sctpChunk(heartbeatAck, Buffer.from([0, 1, 0, 8, 0, 0, 0, 0]))),
      'chunk-parameter',
    ],
    ['ERROR without a cause', packet(sctpChunk(error)), 'chunk-length'],
    [
      'ABORT with a cause of length 0',
      packet(sctpChunk(abort, Buffer.from([0, 1, 0, 0]))),
      'chunk-parameter',
    ],
    ['COOKIE ECHO without a cookie', packet(sctpChunk(cookieEcho)), 'chunk-length'],
    [
      'SACK with more gaps than it holds',
      packet(sctpChunk(sack, words(1, 2, 0xffff_0000))),
      'chunk-length',
    ],
    [
      'INIT beside another chunk',
      packet(sctpChunk(init, initBody(1)), sctpChunk(abort)),
      'chunk-bundle',
    ],
    [
      'a parameter that leaves its chunk',
      packet(sctpChunk(init, Buffer.concat([initBody(1), Buffer.from([0, 5, 0, 200])]))),
      'chunk-parameter',
    ],
    ['129 chunks', packet(...new Array<Buffer>(129).fill(sctpChunk(abort))), 'too-many-chunks'],
    [
      'a port 0',
      sctpPacket({ source: 0, destination: 9090, tag: 1, chunks: [sctpChunk(abort)] }),
      'ports',
    ],
  ])('refuses %s', (_title, bytes, reason) => {
    expect(checkPacket(bytes)).toBe(reason);
  });

  it('never throws, whatever bytes come with a right checksum', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const found = checkPacket(sealed(Buffer.from(bytes)));
        if (typeof found !== 'string') expect(found.chunks.length).toBeGreaterThan(0);
      }),
      { numRuns: 5000 },
    );
  });
});
