import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { toEnd } from '../../electron/base/steps.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { createHistory, type History } from '../../electron/store/history/history.ts';
import { historyOf } from '../../electron/store/thread/asked.ts';
import { openStore } from '../../electron/store/thread/open-store.ts';
import type { Report } from './support/benchmark.ts';
import { pause, quantile, startMeter, timeEach } from './support/measure.ts';
import { sampleOf } from './support/sample.ts';

const proxies = Array.from({ length: 10_000 }, () => randomUUID());
/** Before them each part has been rolled up, so that in each second as much is rolled up as is taken in. */
const secondsBefore = 240;
const seconds = 180;
const day = 24 * 3600;
/** So many of them have a whole day, which takes a while to fill in. */
const withDay = 20;
const points = 1000;
/** Written each second while days are read, so many times and at moments of their own. */
const writtenBeside = 1000;
const readsBeside = 80;
const betweenReadsMs = 137;

/** Seconds of a core for each second of time, percent, once it is the same in each minute: one batch a second, `maintain` once a minute. */
function takeIn(history: History, start: number): number {
  let measured = startMeter();
  for (let second = 0; second < secondsBefore + seconds; second++) {
    if (second === secondsBefore) measured = startMeter();
    const at = start + second * 1000;
    history.add(proxies.map((id) => sampleOf(id, at, second)));
    if (second % 60 === 59) toEnd(history.maintain(at));
  }
  return (measured().cpu / seconds) * 100;
}

/** The same rows into one bare table. */
function takeInBare(path: string, start: number): number {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec('CREATE TABLE sample (proxy INTEGER, at INTEGER, a INTEGER, b REAL, c REAL)');
  const insert = database.prepare('INSERT INTO sample VALUES (?, ?, ?, ?, ?)');
  const measured = startMeter();
  for (let second = 0; second < seconds; second++) {
    const at = start + second * 1000;
    const samples = proxies.map((id) => sampleOf(id, at, second));
    database.exec('BEGIN');
    for (const [proxy, { connections, bytesPerSecond, accessesPerSecond }] of samples.entries())
      insert.run(proxy, at, connections, bytesPerSecond, accessesPerSecond);
    database.exec('COMMIT');
  }
  const { cpu } = measured();
  database.close();
  return (cpu / seconds) * 100;
}

/** Days of proxies are read by a thread that is new to them, while a thousand others are written by it each second. */
async function readBesideWriting(
  database: DatabaseSync,
  shown: readonly string[],
  now: number,
  report: Report,
): Promise<void> {
  const store = openStore(database, (what, error) => {
    throw new Error(what, { cause: error });
  });
  const kept = historyOf(store);
  const written = proxies.slice(-writtenBeside);
  let second = 0;
  const write = (): Promise<void> => {
    const at = now + second * 1000;
    return kept.add(written.map((id) => sampleOf(id, at, second++)));
  };
  // The thread has begun.
  await write();
  const writing = setInterval(write, 1000);
  let turn = 0;
  const durations: number[] = [];
  for (let reads = 0; reads < readsBeside; reads++) {
    await pause(betweenReadsMs);
    const id = shown[turn++ % shown.length] ?? '';
    const read = () => kept.range({ id, from: now - day * 1000, to: now, points });
    durations.push(...(await timeEach(1, read)));
  }
  clearInterval(writing);
  await store.close();
  const beside = `beside ${writtenBeside} that are written each second`;
  const budget = { of: 'value', most: 20 } as const;
  report({
    what: `a day, first, ${beside}`,
    value: durations[0] ?? Number.NaN,
    unit: 'ms',
    budget,
  });
  report({ what: `a day, p50, ${beside}`, value: quantile(durations, 0.5), unit: 'ms', budget });
  report({ what: `a day, p95, ${beside}`, value: quantile(durations, 0.95), unit: 'ms' });
}

export async function history(report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const now = Date.now();
  const bare = takeInBare(join(directory, 'bare.db'), now);
  const opened = openDatabase(directory);
  const kept = createHistory(opened.database);
  report({
    what: 'taking in 10,000 samples a second',
    value: takeIn(kept, now),
    unit: '% of a core',
    beside: { what: 'bare table', value: bare },
    budget: { of: 'value', most: 5 },
  });
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
  const durations = await timeEach(100, () => read(shown[turn++ % withDay]));
  const budget = { of: 'value', most: 20 } as const;
  report({ what: 'a day at 1,000 points, first', value: first, unit: 'ms', budget });
  report({
    what: 'a day at 1,000 points, p50',
    value: quantile(durations, 0.5),
    unit: 'ms',
    budget,
  });
  opened.close();
  await readBesideWriting(ofDay.database, shown, now, report);
  ofDay.close();
  for (const one of [directory, past]) rmSync(one, { recursive: true, force: true });
}
