import { afterEach, describe, expect, it } from 'vitest';
import { createMonitor, type Monitor } from '../../../electron/fleet/monitor.ts';
import { startReferenceProxy } from '../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../electron/spcp/client.ts';
import { listenUdp } from '../../../electron/transport/udp/server.ts';
import type { ProxyEventKind } from '../../../shared/model/event.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import { freeUdpPort } from '../../support/free-port.ts';
import { echo } from '../../support/udp-peers.ts';
import { udpTarget } from '../../support/udp-target.ts';
import { profileOf } from './memory-fleet.ts';

const running = new Set<{ close(): Promise<void> }>();

afterEach(async () => {
  for (const one of running) await one.close();
  running.clear();
});

async function start(part: { port?: number; udpPort?: number; password?: string } = {}) {
  const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, quirks: true, ...part });
  running.add(proxy);
  return proxy;
}

function watch(
  proxy: { host: string; port: number; udpPort: number | null; user: string },
  password: string,
) {
  const events: ProxyEventKind[] = [];
  const monitor: Monitor = createMonitor({
    open: (profile, secret, { signal, onAuthenticating }) =>
      connectClient(
        profile,
        { user: profile.user, password: secret },
        {
          signal,
          timeoutMs: 60_000,
          connectTimeoutMs: 60_000,
          onStage: (stage) => {
            if (stage === 'login') onAuthenticating();
          },
        },
      ),
    passwordOf: async () => password,
    random: () => 0,
  });
  monitor.events.listen((event) => events.push(event.kind));
  running.add(monitor);
  const profile = profileOf(1, {
    host: proxy.host,
    port: proxy.port,
    udpPort: proxy.udpPort ?? 0,
    transport: 'udp',
    user: proxy.user,
    pollSeconds: 0.5,
  });
  monitor.setProfiles([profile]);
  const until = (kind: ProxyState['kind']): Promise<ProxySnapshot> =>
    new Promise((resolve) => {
      const unsubscribe = monitor.frames((frame) => {
        const found = frame.proxies.find(({ state }) => state.kind === kind);
        if (found === undefined) return;
        unsubscribe();
        resolve(found);
      });
    });
  return { monitor, events, until, id: profile.id };
}

describe('the monitor with a real proxy over UDP', () => {
  it('connects, and comes back when the proxy stopped and is there again', async () => {
    const first = await start({ udpPort: await freeUdpPort(), password: 'secret' });
    const { until, events } = watch(first, 'secret');
    await until('ready');
    running.delete(first);
    await first.close();
    await until('waiting');
    await start({ ...udpTarget(first), password: 'secret' });
    await until('ready');
    expect(events.filter((kind) => kind !== 'restarted')).toEqual([
      'connected',
      'disconnected',
      'connected',
    ]);
  });

  it('asks for attention when the password is wrong, and leaves the proxy alone', async () => {
    const { until, events } = watch(await start({ password: 'secret' }), 'wrong');
    const { state } = await until('needs-attention');
    expect(state).toMatchObject({ why: { code: 'login-refused', detail: { step: 'password' } } });
    expect(events).toEqual(['login-refused']);
  });

  it('does not take an echo for a refused password', async () => {
    const server = await listenUdp({ host: '127.0.0.1', udpPort: 0, port: 9090 }, echo);
    running.add(server);
    const { host, port, udpPort } = server;
    const { until } = watch({ host, port, udpPort, user: 'admin' }, 'secret');
    const { state } = await until('waiting');
    expect(state).toMatchObject({ why: { code: 'protocol-error', detail: { rule: 'echo' } } });
  });

  it('shares its association with a task', async () => {
    const { until, monitor, id } = watch(await start({ password: 'secret' }), 'secret');
    await until('ready');
    await monitor.use(id, (client) => client.setTransformation('cat'));
    await expect(monitor.use(id, (client) => client.getTransformation())).resolves.toBe('cat');
  });

  it('closes in order', async () => {
    const proxy = await start({ password: 'secret' });
    const { until, monitor } = watch(proxy, 'secret');
    await until('ready');
    await monitor.close();
    await expect(connectClient(udpTarget(proxy), proxy)).resolves.toHaveProperty('client');
  });
});
