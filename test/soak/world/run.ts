import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startTraffic } from '../../../electron/reference-proxy/mail-clients/traffic.ts';
import { startOrigin } from '../../../electron/reference-proxy/origin/origin.ts';
import { HostedProxy } from './hosted-proxy.ts';
import type { Order, OrderMessage, WorldCounts, WorldMessage } from './orders.ts';
import { startWebhookServer } from './webhook-server.ts';

/** The world around the console, in a process of its own: arguments are the number of proxies and a seed. It ends with whoever started it. */
const [count = 1, seed = 1] = process.argv.slice(2).map(Number);
/** Mail goes through one proxy of so many: counters move, and the machine is left to the console. */
const oneInTraffic = 5;

const origin = await startOrigin();
const proxies: HostedProxy[] = [];
for (let n = 0; n < count; n++)
  proxies.push(await HostedProxy.create(origin, `proxy ${n + 1}`, seed + n));
const places = proxies.map(({ place }) => place);
const traffic = startTraffic(
  places.filter((_, n) => n % oneInTraffic === 0),
  seed,
);
const webhook = await startWebhookServer();

function proxyAt(index: number): HostedProxy {
  const proxy = proxies[index];
  if (proxy === undefined) throw new Error(`there is no proxy ${index}`);
  return proxy;
}

async function obey(order: Order): Promise<void> {
  switch (order.kind) {
    case 'end':
      return proxyAt(order.proxy).end(order.how);
    case 'start':
      return proxyAt(order.proxy).start(order.refuses);
    case 'weather':
      return proxyAt(order.proxy).weather(order.weather);
    case 'transformation':
      return proxyAt(order.proxy).setTransformation(order.command);
    case 'webhook':
      return webhook.hang(order.hangs);
    case 'count':
      return;
  }
}

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const counts = (): WorldCounts => ({
  associations: proxies.map(({ associations }) => associations),
  received: webhook.received,
  longestWait: delay.max / 1e6,
});
const tell = (message: WorldMessage): void => {
  process.send?.(message);
};

process.on('message', ({ id, order }: OrderMessage) => {
  obey(order).then(
    () => {
      tell({ kind: 'done', id, counts: counts() });
      if (order.kind === 'count') delay.reset();
    },
    (error: unknown) => tell({ kind: 'failed', id, why: String(error) }),
  );
});
// Ctrl+C goes to all programs of the terminal: the console ends first, and this with it.
process.on('SIGINT', () => undefined);
process.once('disconnect', async () => {
  await Promise.all([traffic.stop(), webhook.close(), ...proxies.map((proxy) => proxy.close())]);
  await origin.close();
  process.exit();
});
tell({ kind: 'places', places: { proxies: places, webhook: webhook.url } });
