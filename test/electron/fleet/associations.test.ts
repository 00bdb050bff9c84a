import { afterEach, describe, expect, it } from 'vitest';
import { connectClient } from '../../../electron/spcp/client.ts';
import type { Transport } from '../../../electron/transport/transport.ts';
import { calm, startBadNetwork } from '../../support/bad-network.ts';
import { createNetworkFleet, udpProfile } from '../../support/network-fleet.ts';
import { hex } from '../../support/scripted-peer.ts';
import { seed } from '../../support/seed.ts';
import { createUdpPeers } from '../../support/udp-peers.ts';

const { listen, close } = createUdpPeers();
const running: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.close();
  await close();
});

const admin = { user: 'admin', password: 'secret' };

/** Accepts any login, answers every metric, and keeps count of its associations. */
async function countingProxy(idleMs?: number) {
  const ends: string[] = [];
  let open = 0;
  let most = 0;
  const serve = (peer: Transport): void => {
    most = Math.max(most, ++open);
    void peer.ended.then(({ reason }) => {
      open--;
      ends.push(reason);
    });
    peer.onMessage((message) => {
      const command = message[0] ?? 0;
      peer.send(hex(command >= 2 && command <= 5 ? '00 01 30' : '00'));
    });
  };
  const listening = await listen({
    onAssociation: serve,
    ...(idleMs === undefined ? {} : { idleMs }),
  });
  const { host, port, udpPort } = listening.target;
  return {
    ...listening,
    ends,
    most: () => most,
    at: { host, port, udpPort, transport: 'udp' as const },
  };
}

const patient = { timeoutMs: 30_000, connectTimeoutMs: 30_000 };

describe('associations, as the server counts them', () => {
  it('are one for each proxy, however many windows and features ask of it', async () => {
    const proxy = await countingProxy();
    const fleet = createNetworkFleet(admin.password, patient);
    running.push(fleet.monitor);
    const profile = udpProfile(1, proxy.server.udpPort, { pollSeconds: 0.5 });
    fleet.monitor.setProfiles([profile]);
    // Each of these may open one at the moment that another does.
    fleet.monitor.connect(profile.id);
    fleet.monitor.reset(profile.id);
    fleet.monitor.probe();
    await fleet.until('ready');
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        fleet.monitor.use<unknown>(profile.id, (client) =>
          n % 2 ? client.readMetrics() : client.getTransformation(),
        ),
      ),
    );
    fleet.monitor.connect(profile.id);
    fleet.monitor.probe();
    fleet.monitor.setVisible(false);
    fleet.monitor.setProfiles([{ ...profile, name: 'renamed' }]);
    expect(proxy.server.associations).toBe(1);
    expect(proxy.most()).toBe(1);
  });

  it('are never two for one proxy while it is connected again and again', async () => {
    const proxy = await countingProxy();
    const fleet = createNetworkFleet(admin.password, patient);
    running.push(fleet.monitor);
    const profile = udpProfile(1, proxy.server.udpPort);
    fleet.monitor.setProfiles([profile]);
    for (let i = 0; i < 20; i++) {
      await fleet.until('ready');
      fleet.monitor.setProfiles([{ ...profile, user: `admin${i}` }]);
      if (i % 3 === 0) fleet.monitor.connect(profile.id);
      if (i % 4 === 0) await fleet.monitor.disconnect(profile.id);
      fleet.monitor.connect(profile.id);
      expect(proxy.most()).toBe(1);
    }
    await fleet.until('ready');
    await fleet.monitor.close();
    await expect.poll(() => proxy.server.associations).toBe(0);
    expect(new Set(proxy.ends)).not.toContain('peer-abort');
  });

  it('are all gone, and ended in order, after a thousand reconnects', async () => {
    const proxy = await countingProxy();
    const handles = process.getActiveResourcesInfo().length;
    for (let i = 0; i < 1000; i++) {
      const { client } = await connectClient(proxy.at, admin, patient);
      if (i % 10 === 0) await client.readMetrics();
      await client.quit();
    }
    await expect.poll(() => proxy.server.associations).toBe(0);
    expect(proxy.ends).toHaveLength(1000);
    expect(new Set(proxy.ends)).toEqual(new Set(['peer-shutdown']));
    await expect
      .poll(() => process.getActiveResourcesInfo().length)
      .toBeLessThanOrEqual(handles + 5);
  });

  // The server ends whom it does not hear for its idle time, as happens over such a network on a busy machine.
  it('are all gone after reconnects over a network that doubles, swaps and loses datagrams', {
    retry: 3,
  }, async () => {
    const proxy = await countingProxy(8000);
    const network = await startBadNetwork(proxy.server.udpPort, seed, {
      ...calm,
      duplication: 0.3,
      reordering: 0.2,
      loss: 0.05,
    });
    running.push(network);
    const reconnect = async (): Promise<void> => {
      for (let i = 0; i < 10; i++) {
        const { client } = await connectClient(
          { ...proxy.at, udpPort: network.port },
          admin,
          patient,
        );
        await client.readMetrics();
        await client.quit();
      }
    };
    await Promise.all(Array.from({ length: 10 }, reconnect));
    await expect.poll(() => proxy.server.associations, { message: `SEED=${seed}` }).toBe(0);
  });

  it('are never left half-open by attempts that are cancelled at any moment', async () => {
    const proxy = await countingProxy();
    for (let i = 0; i < 100; i++) {
      const controller = new AbortController();
      const attempt = connectClient(proxy.at, admin, { ...patient, signal: controller.signal });
      setTimeout(() => controller.abort(), (i % 20) / 10);
      await attempt.then(
        ({ client }) => client.quit(),
        (error: unknown) => expect(error).toMatchObject({ code: 'cancelled' }),
      );
    }
    await expect.poll(() => proxy.server.associations).toBe(0);
    expect(new Set(proxy.ends)).not.toContain('peer-abort');
    expect(new Set(proxy.ends)).not.toContain('failed');
  });

  it('are set up sixteen at a time at most to one host, however many proxies are on it', async () => {
    const proxy = await countingProxy();
    // Behind a slow way a handshake takes long enough for the others to begin.
    const network = await startBadNetwork(proxy.server.udpPort, 1, { ...calm, delayMs: 30 });
    running.push(network);
    const fleet = createNetworkFleet(admin.password, patient);
    running.push(fleet.monitor);
    let most = 0;
    const unsubscribe = fleet.monitor.frames(({ proxies }) => {
      const under = proxies.filter(({ state }) => state.kind === 'authenticating').length;
      most = Math.max(most, under);
    });
    const profiles = Array.from({ length: 60 }, (_, n) => udpProfile(n, network.port));
    fleet.monitor.setProfiles(profiles);
    await expect.poll(() => proxy.server.associations).toBe(60);
    unsubscribe();
    expect(most).toBeLessThanOrEqual(16);
    expect(proxy.most()).toBe(60);
  });
});
