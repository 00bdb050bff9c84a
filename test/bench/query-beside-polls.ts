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
const measuredMs = 5000;
/** One kind of turn after the other: whatever else the machine does meanwhile, it does to all. */
const rounds = 7;

/** Of one turn; milliseconds. */
interface Turn {
  readonly p99: number;
  readonly longest: number;
  readonly queries: number;
  readonly missed: number;
}

/** Polls while 30 days of 50 proxies are read again and again: not at all, by the thread of the store, and in the thread of the polls. */
export async function queryBesidePolls(report: Report): Promise<void> {
  const to = Date.now();
  const from = to - days * 24 * 3_600_000;
  const fleet = await pollFleet(polled, {
    fill(database) {
      const history = createHistory(database);
      for (let at = from, n = 0; at < to; at += readEveryMs, n++)
        history.add(asked.map((id) => sampleOf(id, at, n)));
    },
  });
  const here = historyOf(
    storeHere({
      database: fleet.database,
      onFault(what, error) {
        throw new Error(what, { cause: error });
      },
    }),
  );
  const turn = async (history: HistoryStore | null): Promise<Turn> => {
    fleet.pollTimes.length = 0;
    const missedBefore = fleet.monitor.missedPolls();
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const end = performance.now() + measuredMs;
    let queries = 0;
    while (history !== null && performance.now() < end) {
      for (const id of asked) await history.range({ id, from, to, points });
      queries++;
    }
    if (history === null) await pause(measuredMs);
    delay.disable();
    return {
      p99: quantile(fleet.pollTimes, 0.99),
      longest: delay.max / 1e6,
      queries,
      missed: fleet.monitor.missedPolls() - missedBefore,
    };
  };
  const alone: Turn[] = [];
  const inThread: Turn[] = [];
  const inLoop: Turn[] = [];
  await pause(settleMs);
  for (let round = 0; round < rounds; round++) {
    alone.push(await turn(null));
    inThread.push(await turn(fleet.history));
    inLoop.push(await turn(here));
  }
  report({
    what: `a poll, p99, query in the thread of the store (${spread(inThread)})`,
    value: median(inThread, 'p99'),
    unit: 'ms',
    beside: { what: `alone (${spread(alone)})`, value: median(alone, 'p99') },
  });
  report({
    what: 'the same, median of the ratios of each round',
    value: quantile(
      inThread.map(({ p99 }, round) => p99 / (alone[round]?.p99 ?? Number.NaN)),
      0.5,
    ),
    unit: '×',
    budget: { of: 'value', most: 1.5 },
  });
  report({
    what: `a poll, p99, query in that of the polls (${spread(inLoop)})`,
    value: median(inLoop, 'p99'),
    unit: 'ms',
    beside: { what: 'alone', value: median(alone, 'p99') },
  });
  report({
    what: 'event loop, longest wait, query in the thread of the store',
    value: median(inThread, 'longest'),
    unit: 'ms',
    beside: { what: 'alone', value: median(alone, 'longest') },
  });
  report({
    what: 'polls missed, query in the thread of the store',
    value: total(inThread, 'missed'),
    unit: '',
    beside: { what: 'alone', value: total(alone, 'missed') },
  });
  const seconds = (rounds * measuredMs) / 1000;
  report({
    what: 'queries of 50 proxies over 30 days, in the thread of the store',
    value: total(inThread, 'queries') / seconds,
    unit: '/s',
    better: 'more',
    beside: { what: 'in that of the polls', value: total(inLoop, 'queries') / seconds },
  });
  await fleet.stop();
}

function median(turns: readonly Turn[], key: keyof Turn): number {
  return quantile(
    turns.map((turn) => turn[key]),
    0.5,
  );
}

function total(turns: readonly Turn[], key: keyof Turn): number {
  return turns.reduce((sum, turn) => sum + turn[key], 0);
}

/** The least and the most of all rounds: how much the machine did besides. */
function spread(turns: readonly Turn[]): string {
  const all = turns.map(({ p99 }) => p99);
  return `${Math.min(...all).toFixed(1)} to ${Math.max(...all).toFixed(1)}`;
}
