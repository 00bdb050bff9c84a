import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createHistory } from '../../electron/store/history/history.ts';
import { type HistoryStore, historyOf } from '../../electron/store/thread/asked.ts';
import { storeHere } from '../../electron/store/thread/store-here.ts';
import type { Report } from './support/benchmark.ts';
import { pause, quantile } from './support/measure.ts';
import { pollFleet } from './support/polled-fleet.ts';
import { sampleOf } from './support/sample.ts';

const polled = 200;
const asked = Array.from({ length: 50 }, () => randomUUID());
const days = 30;
/** Between two readings of them: they are rows of minutes, of which a range of so long reads some thousands for each proxy. */
const readEveryMs = 5 * 60_000;
const points = 1000;

const settleMs = 5000;
const measuredMs = 10_000;
/** One kind of turn after the other: whatever else the machine does meanwhile, it does to all. */
const rounds = 2;

/** What polls and the event loop had to wait in some turns, milliseconds. */
interface Waits {
  readonly roundTrips: number[];
  readonly loop: number[];
  queries: number;
}

/** Polls while 30 days of 50 proxies are read again and again: not at all, by the thread of the store, and in the thread of the polls. */
export async function queryBesidePolls(report: Report): Promise<void> {
  const to = Date.now();
  const from = to - days * 24 * 3_600_000;
  const fleet = await pollFleet(polled, (database) => {
    const history = createHistory(database);
    for (let at = from, n = 0; at < to; at += readEveryMs, n++)
      history.add(asked.map((id) => sampleOf(id, at, n)));
  });
  const here = historyOf(
    storeHere({
      database: fleet.database,
      onFault(what, error) {
        throw new Error(what, { cause: error });
      },
    }),
  );
  const none: Waits = { roundTrips: [], loop: [], queries: 0 };
  const inThread: Waits = { roundTrips: [], loop: [], queries: 0 };
  const inLoop: Waits = { roundTrips: [], loop: [], queries: 0 };
  const missed = { before: fleet.monitor.missedPolls(), inThread: 0 };
  const turn = async (waits: Waits, history: HistoryStore | null): Promise<void> => {
    fleet.roundTrips.length = 0;
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const end = performance.now() + measuredMs;
    while (history !== null && performance.now() < end) {
      for (const id of asked) await history.range({ id, from, to, points });
      waits.queries++;
    }
    if (history === null) await pause(measuredMs);
    delay.disable();
    waits.loop.push(delay.max / 1e6);
    waits.roundTrips.push(...fleet.roundTrips);
  };
  await pause(settleMs);
  for (let round = 0; round < rounds; round++) {
    await turn(none, null);
    missed.before = fleet.monitor.missedPolls();
    await turn(inThread, fleet.history);
    missed.inThread += fleet.monitor.missedPolls() - missed.before;
    await turn(inLoop, here);
  }
  const p99 = ({ roundTrips }: Waits) => quantile(roundTrips, 0.99);
  const alone = { what: 'alone', value: p99(none) };
  const unit = 'ms';
  report({
    what: 'round trip, p99, query in the thread of the store',
    value: p99(inThread),
    unit,
    beside: alone,
    budget: { of: 'ratio', most: 1.5 },
  });
  report({
    what: 'round trip, p99, query in that of the polls',
    value: p99(inLoop),
    unit,
    beside: alone,
  });
  const longest = ({ loop }: Waits) => Math.max(...loop);
  report({
    what: 'event loop, longest wait, query in the thread of the store',
    value: longest(inThread),
    unit,
    beside: { what: 'alone', value: longest(none) },
  });
  report({
    what: 'polls missed, query in the thread of the store',
    value: missed.inThread,
    unit: '',
  });
  report({
    what: 'queries of 50 proxies over 30 days, in the thread of the store',
    value: inThread.queries / ((rounds * measuredMs) / 1000),
    unit: '/s',
    beside: {
      what: 'in that of the polls',
      value: inLoop.queries / ((rounds * measuredMs) / 1000),
    },
  });
  await fleet.stop();
}
