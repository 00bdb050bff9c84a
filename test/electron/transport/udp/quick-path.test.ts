import crypto from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chunkType } from '../../../../electron/transport/udp/guard/packet-check.ts';
import { Association } from '../../../../electron/transport/udp/stack/sctp-library.ts';
import {
  type ChunkRelay,
  type Fate,
  startChunkRelay,
  type Travelling,
} from '../../../support/chunk-relay.ts';
import { createUdpPeers, echo, inbox } from '../../../support/udp-peers.ts';

const { listen, connect, close } = createUdpPeers();
const relays: ChunkRelay[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await close();
  for (const relay of relays.splice(0)) relay.close();
});

async function echoThrough(fateOf: (chunk: Travelling) => Fate) {
  const { server, peers, target } = await listen({ onAssociation: echo });
  const relay = await startChunkRelay(server.udpPort, fateOf);
  relays.push(relay);
  const client = await connect({ ...target, udpPort: relay.port });
  return { client, peers, relay, next: inbox(client) };
}

const isData = ({ type }: Travelling): boolean => type === chunkType.data;
const isSack = ({ type }: Travelling): boolean => type === chunkType.sack;

/** Three at once, as a poll asks. */
const threes = 40;

describe('messages that go out at once', () => {
  it.each<[string, (chunk: Travelling) => boolean, Fate]>([
    ['loses the second DATA of three', (chunk) => isData(chunk) && chunk.index % 30 === 1, 'lose'],
    ['loses the third DATA of three', (chunk) => isData(chunk) && chunk.index % 30 === 2, 'lose'],
    ['loses SACKs', (chunk) => isSack(chunk) && chunk.index % 10 === 3, 'lose'],
    ['doubles every DATA', isData, 'twice'],
    ['doubles every SACK', isSack, 'twice'],
    ['swaps DATA', (chunk) => isData(chunk) && chunk.index % 3 === 0, 'late'],
    ['lets a SACK be overtaken', (chunk) => isSack(chunk) && chunk.index % 2 === 0, 'late'],
  ])('come back once and in order over a link that %s', async (_link, isHit, fate) => {
    const { client, peers, relay, next } = await echoThrough((chunk) =>
      isHit(chunk) ? fate : 'pass',
    );
    for (let n = 0; n < threes; n++) {
      const sent = [0, 1, 2].map((k) => Uint8Array.of(n, k));
      for (const message of sent) client.send(message);
      for (const message of sent) expect(await next()).toEqual(message);
    }
    expect(relay.counts[fate]).toBeGreaterThan(2);
    await expect.poll(() => client.unacknowledged).toBe(false);
    await expect.poll(() => peers[0]?.unacknowledged).toBe(false);
    await expect(client.close()).resolves.toEqual({ reason: 'closed' });
  });

  it('are counted on over the end of the sequence numbers', async () => {
    const random = crypto.randomBytes;
    const tags = vi
      .spyOn(crypto, 'randomBytes')
      .mockImplementation(((size: number) =>
        size === 4 ? Buffer.from([0xff, 0xff, 0xff, 0xf0]) : random(size)) as typeof random);
    const { client, next } = await echoThrough(() => 'pass');
    expect(tags).toHaveBeenCalledWith(4);
    for (let n = 0; n < threes; n++) {
      client.send(Uint8Array.of(n));
      client.send(Uint8Array.of(n, n));
      expect([await next(), await next()]).toEqual([Uint8Array.of(n), Uint8Array.of(n, n)]);
    }
    await expect.poll(() => client.unacknowledged).toBe(false);
  });
});

it('are sent and taken without the library where nothing is lost', async () => {
  const watched = (['onData', 'onSack', '_bundle', 'SEND'] as const).map((name) =>
    vi.spyOn(Association.prototype as unknown as Record<typeof name, () => void>, name),
  );
  const { target } = await listen({ onAssociation: echo });
  const client = await connect(target);
  const next = inbox(client);
  const rounds = 100;
  for (let n = 0; n < rounds; n++) {
    for (const byte of [1, 2, 3]) client.send(Uint8Array.of(byte));
    for (const byte of [1, 2, 3]) expect(await next()).toEqual(Uint8Array.of(byte));
  }
  // The first SACK at either end is the library's, and so is what a machine that stands still for long makes them send again.
  const calls = watched.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  expect(calls).toBeLessThan(rounds / 2);
});
