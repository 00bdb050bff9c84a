import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { toEnd } from '../../electron/base/steps.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { createHistory, type History } from '../../electron/store/history/history.ts';
import type { Sample } from '../../shared/model/sample.ts';
import type { Report } from './support/benchmark.ts';
import { startMeter, timeEach } from './support/measure.ts';
import { ofEstimate, ofPair } from './support/row.ts';
import { sampleOf } from './support/sample.ts';
import { alternately, estimate, inTurns, untilSteady } from './support/steady.ts';

const proxies = Array.from({ length: 10_000 }, () => randomUUID());
/** Minutes before those that are measured: each part has been rolled up by then, so that in each minute as much is rolled up as is taken in. */
const minutesBefore = 4;
const day = 24 * 3600;
/** So many of them have a whole day, which takes a while to fill in. */
const withDay = 8;
const points = 1000;

/** What takes in the readings of a second. */
type TakeIn = (samples: readonly Sample[], at: number, second: number) => void;

/** One minute after the other, of a reading of each proxy a second. Answers the CPU for each second of time, percent. */
function minutesOf(start: number, takeIn: TakeIn): () => Promise<number> {
  let second = 0;
  return async () => {
    const measured = startMeter();
    for (const end = second + 60; second < end; second++) {
      const at = start + second * 1000;
      takeIn(
        proxies.map((id) => sampleOf(id, at, second)),
        at,
        second,
      );
    }
    return (measured().cpu / 60) * 100;
  };
}

/** One batch a second, `maintain` once a minute. */
const intoHistory =
  (history: History): TakeIn =>
  (samples, at, second) => {
    history.add(samples);
    if (second % 60 === 59) toEnd(history.maintain(at));
  };

/** The same rows into one bare table. */
function intoBareTable(database: DatabaseSync): TakeIn {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec('CREATE TABLE sample (proxy INTEGER, at INTEGER, a INTEGER, b REAL, c REAL)');
  const insert = database.prepare('INSERT INTO sample VALUES (?, ?, ?, ?, ?)');
  return (samples, at) => {
    database.exec('BEGIN');
    for (const [proxy, { connections, bytesPerSecond, accessesPerSecond }] of samples.entries())
      insert.run(proxy, at, connections, bytesPerSecond, accessesPerSecond);
    database.exec('COMMIT');
  };
}

export async function history(report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const now = Date.now();
  const bare = new DatabaseSync(join(directory, 'bare.db'));
  const opened = openDatabase(directory);
  const minute = minutesOf(now, intoHistory(createHistory(opened.database)));
  for (let i = 0; i < minutesBefore; i++) await minute();
  const pair = await inTurns(alternately(minute, minutesOf(now, intoBareTable(bare))), {
    within: 0.03,
  });
  report({
    what: 'taking in 10,000 samples a second',
    unit: '% of a core',
    ...ofPair(pair, 'bare table'),
    budget: { of: 'value', most: 5 },
  });
  bare.close();
  const past = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const ofDay = openDatabase(past);
  const filled = createHistory(ofDay.database);
  const from = now - day * 1000;
  const shown = proxies.slice(0, withDay);
  for (let second = 0; second < day; second++) {
    const at = from + second * 1000;
    filled.add(shown.map((id) => sampleOf(id, at, second)));
    if (second % 60 === 59) toEnd(filled.maintain(at));
  }
  const read = async (id: string | undefined) => {
    const { at } = filled.range({ id: id ?? '', from, to: now, points });
    if (at.length === 0) throw new Error('the range is empty');
  };
  const [first = 0] = await timeEach(1, () => read(shown[0]));
  let turn = 0;
  const durations: number[] = [];
  await untilSteady(
    async () => {
      durations.push(...(await timeEach(withDay, () => read(shown[turn++ % withDay]))));
    },
    () => estimate(durations),
  );
  const budget = { of: 'value', most: 20 } as const;
  report({ what: 'a day at 1,000 points, first', value: first, unit: 'ms', budget });
  report({
    what: 'a day at 1,000 points, p50',
    unit: 'ms',
    ...ofEstimate(estimate(durations)),
    budget,
  });
  opened.close();
  ofDay.close();
  for (const one of [directory, past]) rmSync(one, { recursive: true, force: true });
}
