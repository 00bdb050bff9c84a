import { getHeapSpaceStatistics } from 'node:v8';
import type { Options, Report } from './support/benchmark.ts';
import { startConsole } from './support/console.ts';
import { pause, residentMegabytes } from './support/measure.ts';
import { startProxies } from './support/peer.ts';

const proxyCount = 50;
/** Compiling, first roll-ups, buffers that reach their size. */
const settleMs = 60_000;
const everyMs = 5000;

/** What is told from none, kB/s: a heap that is collected twice is not of one size to the byte, and V8 goes on noting how the code is used. */
const none = 0.5;

interface Point {
  /** Seconds. */
  readonly at: number;
  /** kB. */
  readonly used: number;
}

/** kB in use, of what can be reached only. Compiled code is left out: it grows for minutes, as ever more of it is found hot. */
function heapInUse(): number {
  if (globalThis.gc === undefined) throw new Error('the soak wants --expose-gc');
  globalThis.gc();
  globalThis.gc();
  return getHeapSpaceStatistics()
    .filter(({ space_name: name }) => !/code|trusted/.test(name))
    .reduce((sum, { space_used_size: used }) => sum + used / 1000, 0);
}

/** The median of the slopes between all pairs (Theil and Sen): a step or an outlier does not turn it. */
function slope(points: readonly Point[]): number {
  const slopes: number[] = [];
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1)) slopes.push((b.used - a.used) / (b.at - a.at));
  slopes.sort((a, b) => a - b);
  const middle = slopes[Math.floor(slopes.length / 2)];
  if (middle === undefined) throw new Error('the soak is too short');
  return middle;
}

/** The core with a window open on its fleet, and nothing done in it, for `--soak` minutes. */
export async function soak(report: Report, { soakMinutes }: Options): Promise<void> {
  const { proxies, stop } = await startProxies(proxyCount);
  const core = await startConsole(proxies);
  let frames = 0;
  const closeWindow = core.openWindow(() => {
    frames++;
  });
  await pause(settleMs);
  if (frames === 0) throw new Error('the window was shown nothing');
  const resident = residentMegabytes();
  const points: Point[] = [];
  const start = performance.now();
  const endsAt = start + soakMinutes * 60_000;
  for (let now = start; now < endsAt; now = performance.now()) {
    points.push({ at: (now - start) / 1000, used: heapInUse() });
    await pause(everyMs);
  }
  report({
    what: `heap growth over ${soakMinutes} min`,
    value: slope(points),
    unit: 'kB/s',
    budget: { of: 'value', most: none },
  });
  report({ what: 'heap at the end', value: heapInUse() / 1000, unit: 'MB' });
  report({
    what: 'memory',
    value: residentMegabytes(),
    unit: 'MB',
    beside: { what: 'at its start', value: resident },
  });
  closeWindow();
  await core.stop();
  await stop();
}
