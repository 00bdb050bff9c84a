import type { Report } from './support/benchmark.ts';
import { startProxy } from './support/peer.ts';
import { ofPair } from './support/row.ts';
import { openAssociation, openSession } from './support/session.ts';
import { alternately, inTurns, p50 } from './support/steady.ts';
import { startUdpEcho } from './support/udp-echo.ts';

const perTurn = 50;

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
  /** The median of the milliseconds of some openings; the closing is not counted. */
  const measure = (open: () => Promise<() => Promise<unknown>>) => async (): Promise<number> => {
    const durations: number[] = [];
    for (let i = 0; i < perTurn; i++) {
      const start = performance.now();
      const close = await open();
      durations.push(performance.now() - start);
      await close();
    }
    return p50(durations);
  };
  const beside = measure(twoEchoes);
  for (const [what, open] of [
    ['association, p50', measure(associate)],
    ['association and login, p50', measure(logIn)],
  ] as const) {
    await open();
    const pair = await inTurns(alternately(open, beside), { mostMs: 8000 });
    report({ what, unit: 'µs', ...ofPair(pair, 'UDP socket and two echoes', 1000) });
  }
  await Promise.all([echo.stop(), stop()]);
}
