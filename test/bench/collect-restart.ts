import { mkdtempSync, rmSync } from 'node:fs';
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
import { pause, quantile } from './support/measure.ts';
import { startProxies } from './support/peer.ts';

const count = 3;
const runs = 10;
const lookEveryMs = 20;
/** As the units have it in `RestartSec=`. */
const restartMs = 1000;

/** A collector that is killed and started again as systemd does: from the kill until all of its proxies have a session and were read. */
export async function collectRestart(report: Report): Promise<void> {
  const { proxies, stop } = await startProxies(count);
  const top = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const directory = join(top, 'data');
  let collector: Collector | null = null;
  try {
    await fillDirectory(directory, proxies, 1);
    collector = await startCollector(directory);
    await untilAllAreReady(collector, lookEveryMs);
    const seconds: number[] = [];
    for (let run = 0; run < runs; run++) {
      // A kill comes at any time; this one not while the last start is still being written down.
      await pause(2000);
      const killed = performance.now();
      await endCollector(collector, 'SIGKILL');
      await pause(restartMs);
      collector = await startCollector(directory);
      await untilAllAreReady(collector, lookEveryMs);
      seconds.push((performance.now() - killed) / 1000);
    }
    const what = `${count} proxies polled again after a kill, with ${restartMs / 1000} s of RestartSec`;
    const budget = { of: 'value', most: 5 } as const;
    report({ what: `${what}: p50`, value: quantile(seconds, 0.5), unit: 's', budget });
    report({ what: `${what}: longest of ${runs}`, value: Math.max(...seconds), unit: 's', budget });
  } finally {
    if (collector !== null) await endCollector(collector);
    await stop();
    rmSync(top, { recursive: true, force: true });
  }
}
