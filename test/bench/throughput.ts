import type { Report } from './support/benchmark.ts';
import { startMeter } from './support/measure.ts';
import { startProxy } from './support/peer.ts';
import { ofPair } from './support/row.ts';
import { openSession } from './support/session.ts';
import { inTurns, pairOf } from './support/steady.ts';
import { startUdpEcho } from './support/udp-echo.ts';

const sessions = 64;
const warmUp = 100;
const perSession = 100;

/** Microseconds of time and of a core for each. */
interface Flood {
  readonly each: number;
  readonly cpuEach: number;
}

/** All at once, each one request after the other. */
async function flood(tasks: readonly (() => Promise<unknown>)[], times: number): Promise<Flood> {
  const stop = startMeter();
  await Promise.all(
    tasks.map(async (task) => {
      for (let i = 0; i < times; i++) await task();
    }),
  );
  const { cpu, elapsed } = stop();
  const count = tasks.length * times;
  return { each: (elapsed / count) * 1e6, cpuEach: (cpu / count) * 1e6 };
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
  const turns: { readonly ours: Flood; readonly floor: Flood }[] = [];
  await inTurns(async (add) => {
    const floor = await flood(echoes, perSession);
    const ours = await flood(requests, perSession);
    turns.push({ ours, floor });
    add({ ours: ours.cpuEach, floor: floor.cpuEach });
  });
  const pair = (of: (one: Flood) => number) =>
    pairOf(turns.map(({ ours, floor }) => ({ ours: of(ours), floor: of(floor) })));
  const unit = 'µs';
  report({
    what: 'time for each request',
    unit,
    ...ofPair(
      pair(({ each }) => each),
      'UDP echo',
    ),
  });
  report({
    what: 'CPU for each request, client side',
    unit,
    ...ofPair(
      pair(({ cpuEach }) => cpuEach),
      'UDP echo',
    ),
  });
  await Promise.all(opened.map((session) => session.quit()));
  for (const socket of sockets) socket.close();
  await Promise.all([echo.stop(), stop()]);
}
