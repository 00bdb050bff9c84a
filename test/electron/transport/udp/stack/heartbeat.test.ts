import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { chunkType } from '../../../../../electron/transport/udp/guard/packet-check.ts';
import {
  chunksOf,
  type RecordingRelay,
  startRecordingRelay,
} from '../../../../support/recording-relay.ts';
import { createUdpPeers, echo, inbox } from '../../../../support/udp-peers.ts';

const { listen, connect, close } = createUdpPeers();
let relay: RecordingRelay | undefined;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(async () => {
  await close();
  relay?.close();
  vi.useRealTimers();
});

async function associated() {
  const { server, peers, target } = await listen({ onAssociation: echo });
  const between = await startRecordingRelay(server.udpPort);
  relay = between;
  const client = await connect({ ...target, udpPort: between.port });
  await expect.poll(() => peers.length).toBe(1);
  const next = inbox(client);
  const count = (type: number): number =>
    between.recorded.flatMap(({ datagram }) => chunksOf(datagram)).filter((c) => c.type === type)
      .length;
  const exchange = async (): Promise<void> => {
    client.send(Uint8Array.of(1));
    await next();
  };
  return { client, count, exchange };
}

it('goes out from both ends of an association that is idle, twice a minute, and is answered', async () => {
  const { client, count } = await associated();
  for (let times = 1; times <= 3; times++) {
    vi.advanceTimersByTime(35_000);
    await expect.poll(() => count(chunkType.heartbeat)).toBe(2 * times);
    await expect.poll(() => count(chunkType.heartbeatAck)).toBe(2 * times);
  }
  await expect(client.close()).resolves.toEqual({ reason: 'closed' });
  vi.advanceTimersByTime(120_000);
  expect(count(chunkType.heartbeat)).toBe(6);
});

it('is spared where a message was sent within half a minute', async () => {
  const { count, exchange } = await associated();
  for (let polls = 0; polls < 20; polls++) {
    vi.advanceTimersByTime(10_000);
    await exchange();
  }
  expect(count(chunkType.data)).toBeGreaterThanOrEqual(40);
  expect(count(chunkType.heartbeat)).toBe(0);
});
