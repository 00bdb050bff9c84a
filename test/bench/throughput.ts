import type { Report } from './support/benchmark.ts';
import { startMeter } from './support/measure.ts';
import { startProxy } from './support/peer.ts';
import { openSession } from './support/session.ts';
import { startUdpEcho } from './support/udp-echo.ts';

const sessions = 64;
const warmUp = 100;
const perSession = 500;

/** All at once, each one request after the other. Answers microseconds of time and of a core for each. */
async function flood(tasks: readonly (() => Promise<unknown>)[], times: number) {
  const stop = startMeter();
  await Promise.all(
    tasks.map(async (task) => {
      for (let i = 0; i < times; i++) await task();
    }),
  );
  const { cpu, elapsed } = stop();
  const count = tasks.length * times;
  return {
    each: (elapsed / count) * 1e6,
    cpuEach: (cpu / count) * 1e6,
    perSecond: count / elapsed,
  };
}

export async function throughput(report: Report): Promise<void> {
  const echo = await startUdpEcho();
  const { proxy, stop } = await startProxy();
  const all = Array.from({ length: sessions });
  const sockets = await Promise.all(all.map(() => echo.connect()));
  const opened = await Promise.all(all.map(() => openSession(proxy)));
  const echoes = sockets.map((socket) => socket.roundTrip);
  const requests = opened.map((session) => () => session.request('concurrentConnections'));
  await flood(echoes, warmUp);
  await flood(requests, warmUp);
  const floor = await flood(echoes, perSession);
  const ours = await flood(requests, perSession);
  report({
    what: 'time for each request',
    value: ours.each,
    unit: 'µs',
    beside: { what: 'UDP echo', value: floor.each },
  });
  report({
    what: 'CPU for each request, client side',
    value: ours.cpuEach,
    unit: 'µs',
    beside: { what: 'UDP echo', value: floor.cpuEach },
  });
  report({ what: 'requests a second', value: ours.perSecond, unit: '/s' });
  await Promise.all(opened.map((session) => session.quit()));
  for (const socket of sockets) socket.close();
  await Promise.all([echo.stop(), stop()]);
}
