import { afterEach, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../electron/spcp/client.ts';
import { type BadNetwork, calm, startBadNetwork } from '../../support/bad-network.ts';
import { type ChunkRelay, startChunkRelay } from '../../support/chunk-relay.ts';
import {
  chunksOf,
  type RecordingRelay,
  startRecordingRelay,
  waysOfData,
} from '../../support/recording-relay.ts';
import { seed } from '../../support/seed.ts';
import { udpTarget } from '../../support/udp-target.ts';

const data = 0;
let proxy: ReferenceProxy | undefined;
let relay: RecordingRelay | undefined;
let network: BadNetwork | undefined;
let splitting: ChunkRelay | undefined;

afterEach(async () => {
  relay?.close();
  splitting?.close();
  splitting = undefined;
  await network?.close();
  await proxy?.close();
  relay = undefined;
  network = undefined;
  proxy = undefined;
});

const together = { together: true } as const;

it.each([false, true])(
  'asks the metrics in one packet and is answered in one (quirks: %s)',
  async (quirks) => {
    proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, quirks });
    relay = await startRecordingRelay(udpTarget(proxy).udpPort);
    const { client } = await connectClient(
      { ...udpTarget(proxy), udpPort: relay.port },
      proxy,
      together,
    );
    const before = relay.recorded.length;
    await client.readMetrics();
    const withData = relay.recorded.slice(before).flatMap(({ towards, datagram }) => {
      const count = chunksOf(datagram).filter(({ type }) => type === data).length;
      return count === 0 ? [] : [{ towards, count }];
    });
    expect(withData).toEqual([
      { towards: 'server', count: 3 },
      { towards: 'client', count: 3 },
    ]);
    await client.quit();
  },
);

it.each([false, true])(
  'takes one round trip for the three over a slow link (quirks: %s)',
  async (quirks) => {
    proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, quirks });
    network = await startBadNetwork(udpTarget(proxy).udpPort, seed, { ...calm, delayMs: 100 });
    relay = await startRecordingRelay(network.port);
    const target = { ...udpTarget(proxy), udpPort: relay.port };
    const { client } = await connectClient(target, proxy, together);
    const before = relay.recorded.length;
    await client.readMetrics();
    const ways = waysOfData(relay.recorded.slice(before));
    expect(ways).toEqual(['server', 'server', 'server', 'client', 'client', 'client']);
    await client.quit();
  },
);

it('reads all three over a link that loses, doubles and swaps datagrams', async () => {
  proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, quirks: true });
  const weather = { loss: 0.1, delayMs: 1, jitterMs: 5, duplication: 0.1, reordering: 0.1 };
  network = await startBadNetwork(udpTarget(proxy).udpPort, seed, weather);
  const target = { ...udpTarget(proxy), udpPort: network.port };
  const { client } = await connectClient(target, proxy, { ...together, timeoutMs: 60_000 });
  for (let poll = 0; poll < 30; poll++) {
    await expect(client.readMetrics()).resolves.toMatchObject({ implausible: false });
  }
  await client.quit();
});

it.each(['server', 'client'] as const)(
  'reads all three where the second of three is lost on its way to the %s',
  async (towards) => {
    proxy = await startReferenceProxy({ name: 'peer', udpPort: 0 });
    let polling = false;
    let passed = 0;
    splitting = await startChunkRelay(udpTarget(proxy).udpPort, (chunk) =>
      polling && chunk.towards === towards && chunk.type === data && ++passed === 2
        ? 'lose'
        : 'pass',
    );
    const target = { ...udpTarget(proxy), udpPort: splitting.port };
    const { client } = await connectClient(target, proxy, { ...together, timeoutMs: 60_000 });
    polling = true;
    const reading = await client.readMetrics();
    expect(splitting.counts.lose).toBe(1);
    expect(reading).toMatchObject({ connections: 0n, transferredBytes: 0n, accesses: 0n });
    expect(client.refusesTogether).toBeNull();
    await client.quit();
  },
);
