import type { Report } from './support/benchmark.ts';
import { quantile, timeEach } from './support/measure.ts';
import { startProxy } from './support/peer.ts';
import { openAssociation, openSession } from './support/session.ts';
import { startUdpEcho } from './support/udp-echo.ts';

const warmUp = 50;
const times = 300;

/** The handshake has two round trips (RFC 9260 section 5.1), so that its floor is a new socket with two echoes. */
export async function association(report: Report): Promise<void> {
  const echo = await startUdpEcho();
  const { proxy, stop } = await startProxy();
  const twoEchoes = async (): Promise<() => Promise<void>> => {
    const socket = await echo.connect();
    await socket.roundTrip();
    await socket.roundTrip();
    return async () => socket.close();
  };
  const associate = async (): Promise<() => Promise<unknown>> => {
    const transport = await openAssociation(proxy);
    return () => transport.close();
  };
  const logIn = async (): Promise<() => Promise<unknown>> => {
    const session = await openSession(proxy);
    return () => session.quit();
  };
  /** Milliseconds of the opening; the closing is not counted. */
  const measure = async (open: () => Promise<() => Promise<unknown>>): Promise<number> => {
    let close = async (): Promise<unknown> => undefined;
    const task = async (): Promise<void> => {
      close = await open();
    };
    const durations: number[] = [];
    for (let i = -warmUp; i < times; i++) {
      const [duration = 0] = await timeEach(1, task);
      await close();
      if (i >= 0) durations.push(duration);
    }
    return quantile(durations, 0.5) * 1000;
  };
  const beside = { what: 'UDP socket and two echoes', value: await measure(twoEchoes) };
  report({ what: 'association, p50', value: await measure(associate), unit: 'µs', beside });
  report({
    what: 'association and login, p50',
    value: await measure(logIn),
    unit: 'µs',
    beside,
  });
  await Promise.all([echo.stop(), stop()]);
}
