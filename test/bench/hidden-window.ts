import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Report } from './support/benchmark.ts';
import { startConsole } from './support/console.ts';
import { pause, startMeter } from './support/measure.ts';
import { type ProxyLine, startPeer, startProxies } from './support/peer.ts';

/** Of 50. Of those that are down one half has its port closed, and the other half is silent. */
const up = 25;
const closed = 12;
const silent = 13;

/** By then whatever is down has failed several times, and its attempts are far apart. */
const settleMs = 45_000;
const measuredMs = 25_000;

async function closedPort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

/** What the core takes while nobody looks and half of its proxies are down, as on a laptop away from its network. */
export async function hiddenWindow(report: Report): Promise<void> {
  const proxies = await startProxies(up);
  const silence = await startPeer('test/bench/peers/udp-silence.ts', [], 1);
  const down: ProxyLine = {
    name: '',
    host: '127.0.0.1',
    port: 9090,
    udpPort: await closedPort(),
    user: 'nobody',
    password: 'none',
  };
  const core = await startConsole([
    ...proxies.proxies,
    ...Array.from({ length: closed }, () => down),
    ...Array.from({ length: silent }, () => ({ ...down, udpPort: Number(silence.lines[0]) })),
  ]);
  await pause(settleMs);
  const measured = startMeter();
  await pause(measuredMs);
  const { cpu, elapsed } = measured();
  report({
    what: `50 proxies, ${closed + silent} of them down`,
    value: (cpu / elapsed) * 100,
    unit: '% of a core',
    budget: { of: 'value', most: 0.7 },
  });
  await core.stop();
  await Promise.all([proxies.stop(), silence.stop()]);
}
