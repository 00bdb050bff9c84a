import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Report } from './support/benchmark.ts';
import {
  datagramsDropped,
  pause,
  quantile,
  residentMegabytes,
  startMeter,
} from './support/measure.ts';
import { pollFleet } from './support/polled-fleet.ts';
import type { Budget } from './support/row.ts';

const settleMs = 5000;
const measuredMs = 20_000;

const budgets: Readonly<Record<number, { cpu: Budget; memory: Budget; p99: Budget }>> = {
  1000: {
    cpu: { of: 'value', most: 60 },
    memory: { of: 'value', most: 350 },
    p99: { of: 'value', most: 100 },
  },
};

/** So many proxies polled once a second. */
export async function polling(count: number, report: Report): Promise<void> {
  const fleet = await pollFleet(count);
  const { monitor, roundTrips } = fleet;
  report({ what: 'until all are connected', value: fleet.secondsToConnect, unit: 's' });

  await pause(settleMs);
  const missedBefore = monitor.missedPolls();
  roundTrips.length = 0;
  const pollsBefore = fleet.polls();
  const stalls = monitorEventLoopDelay({ resolution: 10 });
  stalls.enable();
  const droppedBefore = datagramsDropped();
  await fleet.usedByProxies();
  const measured = startMeter();
  await pause(measuredMs);
  const { cpu, elapsed, withoutCore } = measured();
  const theirs = await fleet.usedByProxies();
  const dropped = datagramsDropped();
  stalls.disable();
  const budget = budgets[count];
  const held = (key: 'cpu' | 'memory' | 'p99') => (budget ? { budget: budget[key] } : {});
  report({ what: 'requests a second', value: (roundTrips.length * 3) / elapsed, unit: '/s' });
  report({ what: 'CPU', value: (cpu / elapsed) * 100, unit: '% of a core', ...held('cpu') });
  report({ what: 'memory', value: residentMegabytes(), unit: 'MB', ...held('memory') });
  report({ what: 'round trip, p50', value: quantile(roundTrips, 0.5), unit: 'ms' });
  report({
    what: 'round trip, p99',
    value: quantile(roundTrips, 0.99),
    unit: 'ms',
    ...held('p99'),
  });
  report({
    what: 'polls missed',
    value: monitor.missedPolls() - missedBefore,
    unit: `of ${fleet.polls() - pollsBefore}`,
    budget: { of: 'value', most: 0 },
  });
  const beside = (value: number) => ({ beside: { what: 'the proxies', value } });
  report({
    what: 'event loop, longest wait',
    value: stalls.max / 1e6,
    unit: 'ms',
    ...beside(theirs.longestWaitMs),
  });
  if (withoutCore !== null && theirs.withoutCore !== null)
    report({
      what: 'kept waiting for a core',
      value: (withoutCore / elapsed) * 100,
      unit: '% of the time',
      ...beside((theirs.withoutCore / theirs.elapsed) * 100),
    });
  if (dropped !== null && droppedBefore !== null)
    report({
      what: 'datagrams dropped on this machine',
      value: dropped - droppedBefore,
      unit: '',
    });
  await fleet.stop();
}
