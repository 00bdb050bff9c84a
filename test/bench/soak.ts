import type { Options, Report } from './support/benchmark.ts';
import { startConsole } from './support/console.ts';
import { type HeapPoint, heapInUse, noGrowth, slopeOf } from './support/heap.ts';
import { pause, residentMegabytes } from './support/measure.ts';
import { startProxies } from './support/peer.ts';

const proxyCount = 50;
/** Compiling, first roll-ups, buffers that reach their size. */
const settleMs = 60_000;
const everyMs = 5000;

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
  const points: HeapPoint[] = [];
  const start = performance.now();
  const endsAt = start + soakMinutes * 60_000;
  for (let now = start; now < endsAt; now = performance.now()) {
    points.push({ at: (now - start) / 1000, used: heapInUse() });
    await pause(everyMs);
  }
  report({
    what: `heap growth over ${soakMinutes} min`,
    value: slopeOf(points),
    unit: 'kB/s',
    budget: { of: 'value', most: noGrowth },
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
