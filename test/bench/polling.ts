import type { Report } from './support/benchmark.ts';
import { datagramsDropped, pause, quantile, startMeter } from './support/measure.ts';
import { type MemoryParts, memoryParts } from './support/memory.ts';
import { type PolledFleet, pollFleet } from './support/polled-fleet.ts';
import { ofEstimate, type Row } from './support/row.ts';
import { inWindows } from './support/steady.ts';
import { watchTurns } from './support/turns.ts';

const settleMs = 5000;
/** In each of some windows, which are as long as a poll of each proxy at least. */
const windowMs = 2500;

/** What is asked of so many proxies: percent of a core, MB, milliseconds, seconds until all are connected, and a standstill meanwhile. */
interface Asked {
  readonly cpu: number;
  readonly memory: number;
  readonly p99: number;
  readonly connected: number;
  readonly stallMs: number;
}

const asked: Readonly<Record<number, Asked>> = {
  1000: { cpu: 60, memory: 350, p99: 100, connected: 20, stallMs: 50 },
  5000: { cpu: 60, memory: 600, p99: 100, connected: 20, stallMs: 50 },
};

/** So many proxies, each polled once in so many seconds. */
export async function polling(
  count: number,
  report: Report,
  { pollSeconds = 1 }: { readonly pollSeconds?: number } = {},
): Promise<void> {
  const fleet = await pollFleet(count, { pollSeconds });
  const held = (key: keyof Asked): Pick<Row, 'budget'> => {
    const most = asked[count]?.[key];
    return most === undefined ? {} : { budget: { of: 'value', most } };
  };
  const { seconds, longest } = fleet.connecting;
  report({ what: 'until all are connected', value: seconds, unit: 's', ...held('connected') });
  report({
    what: 'event loop meanwhile, longest wait',
    value: longest.waitMs,
    unit: 'ms',
    ...held('stallMs'),
    beside: { what: 'the proxies', value: (await fleet.usedByProxies()).longestWaitMs },
  });
  report({
    what: 'event loop meanwhile, longest turn by CPU time',
    value: longest.cpuMs,
    unit: 'ms',
  });
  await pause(settleMs * pollSeconds);
  await whilePolled(fleet, Math.max(windowMs, pollSeconds * 1000), report, held);
  const memory = await memoryParts();
  report({ what: 'memory', value: memory.resident, unit: 'MB', ...held('memory') });
  // Of few it would tell what the program itself grows by.
  if (count >= 1000) whereMemoryLies(memory, fleet.memoryBefore, count, report);
  await fleet.stop();
}

function whereMemoryLies(
  memory: MemoryParts,
  before: MemoryParts,
  count: number,
  report: Report,
): void {
  const { resident, objects, heapRoom, buffers, threads, program } = memory;
  const ofIt = (what: string, value: number): void =>
    report({ what: `of it ${what}`, value, unit: 'MB' });
  ofIt('objects', objects);
  ofIt('room and garbage of the heap', heapRoom);
  ofIt('buffers outside of the heap', buffers);
  ofIt('heap of the thread of the store', threads);
  if (program !== null) {
    ofIt('the program itself', program);
    ofIt('all else', resident - objects - heapRoom - buffers - threads - program);
  }
  const forEach = (part: 'resident' | 'objects' | 'buffers'): Pick<Row, 'value' | 'unit'> => ({
    value: ((memory[part] - before[part]) * 1000) / count,
    unit: 'kB',
  });
  report({ what: 'memory for each proxy', ...forEach('resident') });
  report({ what: 'objects for each proxy', ...forEach('objects') });
  report({ what: 'buffers for each proxy', ...forEach('buffers') });
}

async function whilePolled(
  fleet: PolledFleet,
  ms: number,
  report: Report,
  held: (key: keyof Asked) => Pick<Row, 'budget'>,
): Promise<void> {
  const { monitor, pollTimes } = fleet;
  const missedBefore = monitor.missedPolls();
  pollTimes.length = 0;
  const pollsBefore = fleet.polls();
  fleet.due.begin(performance.now());
  const longestTurn = watchTurns();
  const droppedBefore = datagramsDropped();
  await fleet.usedByProxies();
  const measured = startMeter();
  const share = await inWindows(
    ms,
    async () => {
      const inWindow = startMeter();
      return async () => {
        const { cpu, elapsed } = inWindow();
        return (cpu / elapsed) * 100;
      };
    },
    { within: 0.03 },
  );
  const { elapsed, withoutCore } = measured();
  const notCome = fleet.due.notCome(performance.now());
  const theirs = await fleet.usedByProxies();
  const dropped = datagramsDropped();
  const longest = longestTurn();
  const taken = fleet.polls() - pollsBefore;
  report({ what: 'polls', value: taken, unit: '', better: 'neither' });
  report({ what: 'polls a second', value: taken / elapsed, unit: '/s', better: 'neither' });
  report({
    what: 'CPU',
    ...ofEstimate(share),
    unit: '% of a core',
    ...held('cpu'),
    beside: { what: 'the proxies', value: (theirs.cpu / theirs.elapsed) * 100 },
  });
  report({ what: 'a poll, p50', value: quantile(pollTimes, 0.5), unit: 'ms' });
  report({
    what: 'a poll, p99',
    value: quantile(pollTimes, 0.99),
    unit: 'ms',
    ...held('p99'),
  });
  for (const row of pollsLost(monitor.missedPolls() - missedBefore, notCome)) report(row);
  const beside = (value: number) => ({ beside: { what: 'the proxies', value } });
  report({
    what: 'event loop, longest wait',
    value: longest.waitMs,
    unit: 'ms',
    ...beside(theirs.longestWaitMs),
  });
  report({ what: 'event loop, longest turn by CPU time', value: longest.cpuMs, unit: 'ms' });
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
}

/** What should be none, in a unit that is the same in each run: only then can two commits be compared. */
export function pollsLost(missed: number, notCome: number): Row[] {
  const none = { unit: 'polls', budget: { of: 'value', most: 0 } } as const;
  return [
    { what: 'polls missed', value: missed, ...none },
    // A proxy whose session is lost is not polled, and misses none.
    { what: 'polls that were due and did not come', value: notCome, ...none },
  ];
}
