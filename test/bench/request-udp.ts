import type { Report } from './support/benchmark.ts';
import { type Cores, keepOn } from './support/cores.ts';
import { quantile, timeEach } from './support/measure.ts';
import { startProxy } from './support/peer.ts';
import { ofPair } from './support/row.ts';
import { openClient } from './support/session.ts';
import { inTurns, type Pair, p50 } from './support/steady.ts';
import { startUdpEcho, type UdpEchoSocket } from './support/udp-echo.ts';

const warmUp = 1000;
/** With the same peers, each of both. Peers are started anew then: the system may keep a pair of processes on a fast or on a slow core for as long as they live. */
const turns = 4;
const perTurn = 400;

type Client = Awaited<ReturnType<typeof openClient>>['client'];
type Session = Awaited<ReturnType<typeof openClient>>['session'];

/** What is asked, and what beside it, of an echo and of a proxy. */
interface Ends {
  readonly socket: UdpEchoSocket;
  readonly session: Session;
  readonly client: Client;
}

/** Milliseconds of both, all that were measured, and the pairs of medians of the turns. */
interface Measured {
  readonly pair: Pair;
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

/** Both in turns, with peers of their own, which are started again and again until the ratio is steady. */
async function measure(
  cores: Cores,
  ours: (ends: Ends) => Promise<unknown>,
  floor: (ends: Ends) => Promise<unknown>,
): Promise<Measured> {
  const place = keepOn(cores);
  const all = { ours: [] as number[], floor: [] as number[] };
  const pair = await inTurns(async (add) => {
    const echo = await startUdpEcho();
    const { proxy, pid, stop } = await startProxy();
    place([echo.pid, pid]);
    const socket = await echo.connect();
    const { session, client } = await openClient(proxy);
    const ends = { socket, session, client };
    const timed = (times: number, task: (ends: Ends) => Promise<unknown>) =>
      timeEach(times, () => task(ends));
    await timed(warmUp, floor);
    await timed(warmUp, ours);
    const these = { ours: [] as number[], floor: [] as number[] };
    for (let turn = 0; turn < turns; turn++) {
      these.floor.push(...(await timed(perTurn, floor)));
      these.ours.push(...(await timed(perTurn, ours)));
    }
    all.ours.push(...these.ours);
    all.floor.push(...these.floor);
    add({ ours: p50(these.ours), floor: p50(these.floor) });
    await client.quit();
    socket.close();
    await Promise.all([echo.stop(), stop()]);
  });
  return { pair, ...all };
}

const request = ({ session }: Ends) => session.request('concurrentConnections');

/** One request and its reply, on one session, beside one datagram and its echo. */
export async function requestUdp(cores: Cores, report: Report): Promise<void> {
  const { pair, ours, floor } = await measure(cores, request, ({ socket }) => socket.roundTrip());
  report({
    what: 'request and reply, p50',
    unit: 'µs',
    ...ofPair(pair, 'UDP echo', 1000),
    budget: { of: 'ratio', most: 3 },
  });
  report({
    what: 'request and reply, p99',
    value: quantile(ours, 0.99) * 1000,
    unit: 'µs',
    beside: { what: 'UDP echo', value: quantile(floor, 0.99) * 1000 },
  });
}

/** The three metrics of one poll, asked together, beside one request. */
export async function pollUdp(cores: Cores, report: Report): Promise<void> {
  const { pair, ours, floor } = await measure(cores, ({ client }) => client.readMetrics(), request);
  report({
    what: 'three metrics together, p50',
    unit: 'µs',
    ...ofPair(pair, 'one request', 1000),
    budget: { of: 'ratio', most: 1.5 },
  });
  report({
    what: 'three metrics together, p99',
    value: quantile(ours, 0.99) * 1000,
    unit: 'µs',
    beside: { what: 'one request', value: quantile(floor, 0.99) * 1000 },
  });
}
