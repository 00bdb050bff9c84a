import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toEnd } from '../../electron/base/steps.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { createHistory } from '../../electron/store/history/history.ts';
import { historyOf } from '../../electron/store/thread/asked.ts';
import { openStore } from '../../electron/store/thread/open-store.ts';
import type { Report } from './support/benchmark.ts';
import { pause, quantile, timeEach } from './support/measure.ts';
import { ofEstimate } from './support/row.ts';
import { sampleOf } from './support/sample.ts';
import { estimate, untilSteady } from './support/steady.ts';

/** So many of them have a whole day. */
const withDay = 8;
const written = Array.from({ length: 1000 }, () => randomUUID());
const shown = written.slice(0, withDay);
const dayMs = 24 * 3_600_000;
const points = 1000;
const budget = { of: 'value', most: 20 } as const;

function fill(directory: string, from: number): void {
  const { database, close } = openDatabase(directory);
  const history = createHistory(database);
  for (let at = from, n = 0; at < from + dayMs; at += 1000, n++) {
    history.add(shown.map((id) => sampleOf(id, at, n)));
    if (n % 60 === 59) toEnd(history.maintain(at));
  }
  close();
}

/**
 * A day of one proxy at 1,000 points, asked of the store's thread while a reading of each of a thousand proxies is written every second: the first
 * read after a start, for which nothing was read or compiled before, and those that follow.
 */
export async function historyBesideWrites(report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  let to = Date.now();
  const from = to - dayMs;
  fill(directory, from);
  const firsts: number[] = [];
  const later: number[] = [];
  try {
    await untilSteady(
      async () => {
        const { database, close } = openDatabase(directory);
        const store = openStore(database, (what, error) => {
          throw new Error(what, { cause: error });
        });
        const history = historyOf(store);
        const write = () => {
          to += 1000;
          return history.add(written.map((id) => sampleOf(id, to, 0)));
        };
        const writing: Promise<void>[] = [write()];
        // What is measured is the read, and not how long a thread takes to begin.
        await writing[0];
        const timer = setInterval(() => writing.push(write()), 1000);
        const read = async (id: string | undefined): Promise<number> => {
          const [took = Number.NaN] = await timeEach(1, async () => {
            const { at } = await history.range({ id: id ?? '', from, to: from + dayMs, points });
            if (at.length < points / 2) throw new Error(`${at.length} points are no day`);
          });
          return took;
        };
        firsts.push(await read(shown[firsts.length % withDay]));
        for (let i = 0; i < 10; i++) {
          await pause(100);
          later.push(await read(shown[i % withDay]));
        }
        clearInterval(timer);
        await Promise.all(writing);
        await store.close();
        close();
      },
      () => estimate(firsts),
      { within: 0.05, mostMs: 10_000 },
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  const unit = 'ms';
  report({ what: 'the first after a start', unit, ...ofEstimate(estimate(firsts)), budget });
  report({ what: 'those that follow, p50', unit, ...ofEstimate(estimate(later)), budget });
  report({ what: 'those that follow, p95', value: quantile(later, 0.95), unit });
}
