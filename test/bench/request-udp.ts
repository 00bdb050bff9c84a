import { spawnSync } from 'node:child_process';
import { CannotRun, type Report } from './support/benchmark.ts';
import { quantile, timeEach } from './support/measure.ts';
import { startProxy } from './support/peer.ts';
import { openSession } from './support/session.ts';
import { startUdpEcho } from './support/udp-echo.ts';

/** With peers started anew, since the system may keep a pair of processes on a fast or on a slow pair of cores for as long as they live. */
const repetitions = 5;
const warmUp = 2000;
/** Taken in turns, so that whatever else the machine does meets both. */
const rounds = 8;
const perRound = 500;

/** Adds the milliseconds of each round trip. */
async function repeat(floor: number[], ours: number[]): Promise<void> {
  const echo = await startUdpEcho();
  const { proxy, stop } = await startProxy();
  const socket = await echo.connect();
  const session = await openSession(proxy);
  const ask = () => session.request('concurrentConnections');
  await timeEach(warmUp, socket.roundTrip);
  await timeEach(warmUp, ask);
  for (let round = 0; round < rounds; round++) {
    floor.push(...(await timeEach(perRound, socket.roundTrip)));
    ours.push(...(await timeEach(perRound, ask)));
  }
  await session.quit();
  socket.close();
  await Promise.all([echo.stop(), stop()]);
}

/** One request and its reply, on one session, beside one datagram and its echo. */
export async function requestUdp(report: Report): Promise<void> {
  const floor: number[] = [];
  const ours: number[] = [];
  for (let i = 0; i < repetitions; i++) await repeat(floor, ours);
  for (const [name, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    report({
      what: `request and reply, ${name}`,
      value: quantile(ours, share) * 1000,
      unit: 'µs',
      beside: { what: 'UDP echo', value: quantile(floor, share) * 1000 },
      ...(name === 'p50' ? { budget: { of: 'ratio', most: 3 } } : {}),
    });
  }
}

/**
 * Where the system puts the two ends on cores of their own that have nothing else to do, each message also pays for waking one, and an
 * echo, which is answered before the core falls asleep, does not: this way both are compared by what they do.
 */
export async function requestUdpOnOneCore(report: Report): Promise<void> {
  // What is started from here on stays on that core too.
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', '0', String(process.pid)]);
  if (status !== 0) throw new CannotRun('a process is kept on one core by taskset, of util-linux');
  await requestUdp(report);
}
