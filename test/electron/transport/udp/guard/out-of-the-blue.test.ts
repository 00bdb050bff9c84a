import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packetChecksum } from '../../../../../electron/transport/udp/guard/crc32c.ts';
import { chunkType } from '../../../../../electron/transport/udp/guard/packet-check.ts';
import {
  dataBody,
  initBody,
  sctpChunk,
  sctpPacket,
  words,
} from '../../../../support/sctp-packet.ts';
import { createUdpPeers, type Listening } from '../../../../support/udp-peers.ts';

const { listen, close } = createUdpPeers();
let listening: Listening;
let stranger: Socket;

beforeEach(async () => {
  listening = await listen();
  stranger = createSocket('udp4');
  stranger.bind(0, '127.0.0.1');
  await once(stranger, 'listening');
});

afterEach(async () => {
  stranger.close();
  await close();
});

const tag = 0x1234_5678;

/** Sends a packet, and after it one that is answered for sure: what came before that answer is the answer to the packet. */
async function answersTo(packet: Buffer): Promise<Buffer[]> {
  const { server } = listening;
  const last = sctpPacket({
    source: 5,
    destination: 9090,
    tag: 0xffff_fff0,
    chunks: [sctpChunk(chunkType.shutdownAck)],
  });
  const answers: Buffer[] = [];
  stranger.send(packet, server.udpPort, '127.0.0.1');
  stranger.send(last, server.udpPort, '127.0.0.1');
  for (;;) {
    const [datagram] = (await once(stranger, 'message')) as [Buffer];
    if (datagram.readUInt32BE(4) === 0xffff_fff0) return answers;
    answers.push(datagram);
  }
}

const from = (chunks: readonly Buffer[], { destination = 9090, verification = tag } = {}) =>
  sctpPacket({ source: 7, destination, tag: verification, chunks });

/** Ports the other way round, a tag, and one chunk without a body. */
function bare(type: number, flags: number, verification: number, source = 9090): Buffer {
  const bytes = Buffer.concat([
    Buffer.from([source >> 8, source & 0xff, 0, 7]), // source port, destination port
    words(verification, 0), // tag, checksum
    Buffer.from([type, flags, 0, 4]), // type, flags, length
  ]);
  bytes.writeUInt32LE(packetChecksum(bytes), 8);
  return bytes;
}

describe('a packet that belongs to no association', () => {
  it.each([9090, 1, 65_535])(
    'is answered by SHUTDOWN COMPLETE with its tag and the T bit where it is a SHUTDOWN ACK for port %i',
    async (destination) => {
      const answers = await answersTo(from([sctpChunk(chunkType.shutdownAck)], { destination }));
      expect(answers).toEqual([bare(14, 1, tag, destination)]);
    },
  );

  it.each([
    ['DATA', chunkType.data, dataBody(1, Buffer.from('x'))],
    ['SACK', chunkType.sack, words(1, 1000, 0)],
    ['HEARTBEAT', chunkType.heartbeat, Buffer.from([0, 1, 0, 8, 1, 2, 3, 4])],
    ['SHUTDOWN', chunkType.shutdown, words(1)],
    [
      'INIT ACK',
      chunkType.initAck,
      Buffer.concat([initBody(9), Buffer.from([0, 7, 0, 8, 1, 2, 3, 4])]),
    ],
    ['a chunk of no known type', 63, words(1)],
  ])(
    'is answered by ABORT with its tag and the T bit where it is %s',
    async (_name, type, body) => {
      expect(await answersTo(from([sctpChunk(type, body)]))).toEqual([bare(6, 1, tag)]);
    },
  );

  it.each([
    ['ABORT', chunkType.abort, Buffer.alloc(0)],
    ['SHUTDOWN COMPLETE', chunkType.shutdownComplete, Buffer.alloc(0)],
    ['COOKIE ACK', chunkType.cookieAck, Buffer.alloc(0)],
    ['ERROR', chunkType.error, Buffer.from([0, 3, 0, 8, 0, 0, 0, 0])],
    ['COOKIE ECHO with a cookie of nobody', chunkType.cookieEcho, Buffer.alloc(80, 7)],
  ])('is not answered where it is %s', async (_name, type, body) => {
    expect(await answersTo(from([sctpChunk(type, body)]))).toEqual([]);
  });

  it('is not answered where ABORT is somewhere in it', async () => {
    const chunks = [sctpChunk(chunkType.sack, words(1, 1000, 0)), sctpChunk(chunkType.abort)];
    expect(await answersTo(from(chunks))).toEqual([]);
  });

  it('is answered by ABORT with the tag of the INIT where it asks for a port without a service', async () => {
    const init = [sctpChunk(chunkType.init, initBody(0xabcd_ef01))];
    expect(await answersTo(from(init, { destination: 1, verification: 0 }))).toEqual([
      bare(6, 0, 0xabcd_ef01, 1),
    ]);
    expect(await answersTo(from(init, { destination: 1 }))).toEqual([]);
  });

  it('is not answered where its checksum is wrong', async () => {
    const packet = from([sctpChunk(chunkType.shutdownAck)]);
    packet.writeUInt32LE((packet.readUInt32LE(8) + 1) >>> 0, 8);
    expect(await answersTo(packet)).toEqual([]);
    expect(listening.server.counts.dropped.checksum).toBe(1);
  });

  it('never gets a longer answer than it is itself, the handshake aside', async () => {
    for (const type of [0, 3, 4, 7, 8, 11, 63, 192, 255]) {
      const packet = from([sctpChunk(type, Buffer.alloc(16))]);
      for (const answer of await answersTo(packet))
        expect(answer.length).toBeLessThanOrEqual(packet.length);
    }
  });

  it('leaves no association behind', async () => {
    await answersTo(from([sctpChunk(chunkType.init, initBody(1))], { verification: 0 }));
    expect(listening.server.associations).toBe(0);
  });
});
