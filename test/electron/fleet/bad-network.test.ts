import { afterEach, describe, expect, it } from 'vitest';
import { startReferenceProxy } from '../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../electron/spcp/client.ts';
import {
  type BadNetwork,
  blackOut,
  calm,
  startBadNetwork,
  type Weather,
} from '../../support/bad-network.ts';
import { freeUdpPort } from '../../support/free-port.ts';
import { createNetworkFleet, udpProfile } from '../../support/network-fleet.ts';
import { loggedIn, silence } from '../../support/scripted-peer.ts';
import { seed } from '../../support/seed.ts';
import { createUdpPeers } from '../../support/udp-peers.ts';
import { udpTarget } from '../../support/udp-target.ts';

/** The weather of a run; this number makes it again. */

const running: { close(): Promise<void> }[] = [];
const { listen, close } = createUdpPeers();

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.close();
  await close();
});

async function proxyBehind(weather: Weather) {
  const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0 });
  const target = udpTarget(proxy);
  const network: BadNetwork = await startBadNetwork(target.udpPort, seed, weather);
  running.push(network, proxy);
  return { proxy, network, target: { ...target, udpPort: network.port } };
}

describe(`a session over a bad network (SEED=${seed})`, () => {
  it.each<[string, Partial<Weather>]>([
    ['loses a fifth of the datagrams each way', { loss: 0.2 }],
    ['delivers a third of them twice', { duplication: 0.33 }],
    ['delivers a third of them late', { reordering: 0.33 }],
    ['is slow and uneven', { delayMs: 40, jitterMs: 60 }],
    [
      'does all of that',
      { loss: 0.1, duplication: 0.2, reordering: 0.2, delayMs: 5, jitterMs: 20 },
    ],
  ])('that %s gets every request answered', async (_title, weather) => {
    const { proxy, network, target } = await proxyBehind({ ...calm, ...weather });
    const { client } = await connectClient(target, proxy, {
      timeoutMs: 30_000,
      connectTimeoutMs: 30_000,
    });
    await client.setTransformation('cat');
    for (let i = 0; i < 8; i++) {
      await expect(client.getTransformation()).resolves.toBe('cat');
      await expect(client.readMetrics()).resolves.toMatchObject({ connections: 0n });
    }
    network.set(calm);
    await client.quit();
    expect(client.failure).toBeNull();
  });

  it('says of a request that was lost that it did not arrive, and of one without a reply that it did', async () => {
    const { proxy, network, target } = await proxyBehind(calm);
    const { client } = await connectClient(target, proxy, { timeoutMs: 3000 });
    network.set(blackOut);
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'reply-timeout',
      detail: { unacknowledged: true },
    });
    network.set(calm);
    await client.ended;
    const quiet = await listen({ onAssociation: silence });
    await expect(
      connectClient({ ...target, udpPort: quiet.server.udpPort }, proxy, { timeoutMs: 500 }),
    ).rejects.toMatchObject({ code: 'reply-timeout', detail: { unacknowledged: false } });
  });

  it('outlives a black-out that is shorter than the time for a reply', async () => {
    const { proxy, network, target } = await proxyBehind(calm);
    const { client } = await connectClient(target, proxy, { timeoutMs: 60_000 });
    network.set(blackOut);
    const asked = client.getTransformation();
    await expect.poll(() => network.counts.lost).toBeGreaterThan(2);
    network.set(calm);
    await expect(asked).resolves.toBeNull();
    await client.quit();
  });
});

describe(`a proxy behind a black-out (SEED=${seed})`, () => {
  /** Waits that are longer than any test may take. */
  const endless = { timeoutMs: 3000, connectTimeoutMs: 3000, random: () => 1000 };

  it('is back before its next attempt is due, since its return is noticed', async () => {
    const { proxy, network, target } = await proxyBehind(calm);
    const fleet = createNetworkFleet(proxy.password, endless);
    running.push(fleet.monitor);
    fleet.monitor.setProfiles([udpProfile(1, target.udpPort)]);
    await fleet.until('ready');
    network.set(blackOut);
    await fleet.until('waiting');
    network.set(calm);
    await fleet.until('ready');
  });

  it('is asked by one small datagram a second while it is away, and never by a handshake', async () => {
    const { server, target } = await listen({ onAssociation: loggedIn([]) });
    const network = await startBadNetwork(server.udpPort, seed, blackOut);
    running.push(network);
    const fleet = createNetworkFleet('secret', { ...endless, connectTimeoutMs: 200 });
    running.push(fleet.monitor);
    fleet.monitor.setProfiles([udpProfile(1, network.port, { port: target.port })]);
    const { state } = await fleet.until('waiting');
    expect(state).toMatchObject({ why: { code: 'connect-timeout' } });
    const lost = network.counts.lost;
    const begun = performance.now();
    await expect.poll(() => network.counts.lost).toBeGreaterThan(lost);
    expect(network.counts.lost - lost).toBeLessThanOrEqual(
      2 + Math.ceil((performance.now() - begun) / 1000),
    );
    expect(server.associations).toBe(0);
  });

  it('that answers at SCTP but not as a proxy is left to the back-off', async () => {
    const { server, peers, target } = await listen({ onAssociation: silence });
    const fleet = createNetworkFleet('secret', endless);
    running.push(fleet.monitor);
    fleet.monitor.setProfiles([udpProfile(1, target.udpPort, { port: target.port })]);
    await fleet.until('waiting');
    const seen = peers.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    // Being answered all the while does not end the wait.
    expect(peers.length).toBe(seen);
    await expect.poll(() => server.associations).toBe(0);
  });

  it('that was stopped is back as soon as it listens again', async () => {
    const udpPort = await freeUdpPort();
    const first = await startReferenceProxy({ name: 'peer', udpPort, password: 'secret' });
    let chance = 0;
    const fleet = createNetworkFleet('secret', { ...endless, random: () => chance });
    running.push(fleet.monitor);
    fleet.monitor.setProfiles([udpProfile(1, udpPort)]);
    await fleet.until('ready');
    await first.close();
    await fleet.until('waiting');
    // What ended in order is not watched for: the attempt after it finds the port closed.
    chance = endless.random();
    const attempts = async () => {
      const { state } = await fleet.until('waiting');
      return state.kind === 'waiting' && state.attempt;
    };
    await expect.poll(attempts).toBeGreaterThan(1);
    running.push(await startReferenceProxy({ name: 'peer', udpPort, password: 'secret' }));
    await fleet.until('ready');
  });
});
