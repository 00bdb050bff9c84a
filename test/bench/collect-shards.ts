import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from './support/benchmark.ts';
import {
  type Collector,
  endCollector,
  fillDirectory,
  startCollector,
  untilAllAreReady,
} from './support/collectors.ts';
import { pause } from './support/measure.ts';
import { startProxies } from './support/peer.ts';

const shards = 5;
const pollSeconds = 5;
const lookEveryMs = 500;
const settleMs = 30_000;
const windowMs = 30_000;
/** Linux counts what a process used in hundredths of a second. */
const ticksPerSecond = 100;

/** Five collectors, each a process with its share of so many proxies, polled once in five seconds. */
export async function collectShards(count: number, report: Report): Promise<void> {
  const { proxies, stop } = await startProxies(count);
  const top = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const collectors: Collector[] = [];
  try {
    await fillDirectory(join(top, '1'), proxies, pollSeconds);
    for (let number = 2; number <= shards; number++)
      cpSync(join(top, '1'), join(top, String(number)), { recursive: true });
    const start = performance.now();
    for (let number = 1; number <= shards; number++)
      collectors.push(await startCollector(join(top, String(number)), sharing(top, number)));
    const sizes = await Promise.all(
      collectors.map((collector) => untilAllAreReady(collector, lookEveryMs)),
    );
    const seconds = (performance.now() - start) / 1000;
    report({ what: 'until all are polled', value: seconds, unit: 's' });
    await pause(settleMs);
    const before = collectors.map(cpuSeconds);
    const began = performance.now();
    await pause(windowMs);
    const elapsed = (performance.now() - began) / 1000;
    for (const [index, collector] of collectors.entries()) {
      const what = `share ${index + 1}/${shards}, ${sizes[index]} proxies`;
      const share = ((cpuSeconds(collector) - (before[index] ?? 0)) / elapsed) * 100;
      report({ what: `${what}: CPU`, value: share, unit: '% of a core' });
      report({ what: `${what}: memory`, value: megabytes(collector), unit: 'MB' });
    }
  } finally {
    await Promise.all(collectors.map((collector) => endCollector(collector)));
    await stop();
    rmSync(top, { recursive: true, force: true });
  }
}

function sharing(top: string, number: number): string[] {
  return ['--lease-dir', join(top, 'leases'), '--shard', `${number}/${shards}`];
}

function cpuSeconds({ child }: Collector): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function megabytes({ child }: Collector): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+([0-9]+) kB$/m.exec(status)?.[1]) / 1000;
}
