import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { toEnd } from '../../electron/base/steps.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { createHistory } from '../../electron/store/history/history.ts';
import { keptMsOf, usuallyKept } from '../../shared/model/history-kept.ts';
import type { Sample } from '../../shared/model/sample.ts';
import type { Report } from './support/benchmark.ts';
import { quantile, startMeter, timeEach } from './support/measure.ts';
import { sampleOf } from './support/sample.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const year = 365 * day;
const points = 1000;
/** The fleet whose year is told. */
const fleet = 200;
/** Its day is taken in, at a reading a minute: each row comes between those of other proxies, as it does in use. */
const measuredMs = day;

const kept = keptMsOf(usuallyKept);
/** Readings themselves are measured at one a second, of so long. */
const rawMs = 10 * minute;
/** Rows of one proxy after a year at a reading a second, by table. */
const rowsOfYear = {
  minute: kept.minute / minute,
  counted_minute: kept.minute / minute,
  hour: year / (60 * minute),
  counted_hour: year / (60 * minute),
  day: 365,
  counted_day: 365,
} as const;
type Table = keyof typeof rowsOfYear;

/** Rates have fractions, as those of real proxies do: a number without takes less of the file. */
function readingOf(id: string, at: number, n: number): Sample {
  const sample = sampleOf(id, at, n);
  return { ...sample, bytesPerSecond: 4096 + n / 7, accessesPerSecond: 1 + n / 1300 };
}

/** So many readings at a time go through the roll-up: as many as one transaction has. */
const batch = 4000;

export async function historyYear(report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  try {
    const ofReadings = readingsOfYear(join(directory, 'readings'), report);
    reportSize(join(directory, 'fleet'), ofReadings, report);
    await reportYear(join(directory, 'one'), report);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A history in a new directory, in a file: what cannot be opened there would be kept in memory. */
function openIn(directory: string) {
  mkdirSync(directory);
  const { database, notices, close } = openDatabase(directory);
  if (notices.length > 0) throw new Error(JSON.stringify(notices));
  return { database, history: createHistory(database), close };
}

/** What the readings that are kept of the fleet take, bytes: those of some minutes are measured. */
function readingsOfYear(directory: string, report: Report): number {
  const { database, history, close } = openIn(directory);
  const ids = Array.from({ length: fleet }, () => randomUUID());
  const from = Math.floor(Date.now() / day) * day - rawMs;
  for (let at = from; at < from + rawMs; at += 1000) {
    history.add(ids.map((id) => readingOf(id, at, (at - from) / 1000)));
    if (at % minute === minute - 1000) toEnd(history.maintain(at));
  }
  const readings = database.prepare('SELECT total(count) AS readings FROM raw_block').get();
  const bytes = bytesOf(database, 'raw_block') + bytesOf(database, 'raw_block_in_time');
  const ofReading = bytes / Number(readings?.readings);
  close();
  report({ what: 'a reading in a block, measured', value: ofReading, unit: 'bytes' });
  return (ofReading * kept.raw * fleet) / 1000;
}

/** Bytes of a row of each table are measured, and multiplied by how many there are in a year. `others`: what else there is. */
function reportSize(directory: string, others: number, report: Report): void {
  const { database, history, close } = openIn(directory);
  const ids = Array.from({ length: fleet }, () => randomUUID());
  const from = Math.floor(Date.now() / day) * day - measuredMs;
  for (let at = from; at < from + measuredMs; at += minute) {
    history.add(ids.map((id) => readingOf(id, at, (at - from) / minute)));
    toEnd(history.maintain(at));
  }
  let bytes = others;
  for (const [table, rows] of Object.entries(rowsOfYear) as [Table, number][]) {
    const ofRow = bytesOfRow(database, table);
    bytes += ofRow * rows * fleet;
    report({ what: `a row of ${table}, measured`, value: ofRow, unit: 'bytes' });
  }
  close();
  report({
    what: `a year of ${fleet} proxies at a reading a second, from the rows measured`,
    value: bytes / 1e9,
    unit: 'GB',
    budget: { of: 'value', most: 2 },
  });
}

function bytesOfRow(database: DatabaseSync, table: Table): number {
  const rows = database.prepare(`SELECT count(*) AS rows FROM ${table}`).get();
  return bytesOf(database, table) / Number(rows?.rows);
}

/** What a table or an index takes of the file. */
function bytesOf(database: DatabaseSync, name: string): number {
  const pages = database
    .prepare('SELECT pgsize AS bytes FROM dbstat WHERE name = ? AND aggregate = TRUE')
    .get(name);
  return Number(pages?.bytes);
}

/** A year of one proxy goes through the roll-up, a reading each ten minutes: the rows of its hours and days are those of any interval. */
async function reportYear(directory: string, report: Report): Promise<void> {
  const { history, close } = openIn(directory);
  const id = randomUUID();
  const to = Math.floor(Date.now() / day) * day;
  const from = to - year;
  const every = 10 * minute;
  for (let start = from; start < to; start += batch * every) {
    const times = Array.from({ length: batch }, (_, index) => start + index * every);
    history.add(times.filter((at) => at < to).map((at) => readingOf(id, at, (at - from) / every)));
  }
  toEnd(history.maintain(to));
  const read = async () => {
    const { at } = history.range({ id, from, to, points });
    if (at.length < points / 3) throw new Error(`${at.length} points are no year`);
  };
  const budget = { of: 'value', most: 20 } as const;
  const [first = 0] = await timeEach(1, read);
  const measured = startMeter();
  const durations = await timeEach(100, read);
  const { cpu } = measured();
  report({ what: 'a year at 1,000 points, first', value: first, unit: 'ms' });
  report({
    what: 'a year at 1,000 points, p50',
    value: quantile(durations, 0.5),
    unit: 'ms',
    budget,
  });
  report({ what: 'a year at 1,000 points, mean of the core', value: cpu * 10, unit: 'ms', budget });
  close();
}
