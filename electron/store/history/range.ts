import type { DatabaseSync } from 'node:sqlite';
import type { HistoryRange } from '../../../shared/model/history.ts';
import { isNumberOfReadings } from '../database/readable-time.ts';
import type { Blocks } from './blocks.ts';
import { bucketsOf, merged, type Rows } from './buckets.ts';
import { columnsOf } from './columns.ts';
import { type Level, levels, type RangePlan, type RangeQuery, tablesOf } from './levels.ts';
import { createMarksReader } from './marks.ts';
import { inOrder, type Metric, metrics } from './readings.ts';
import type { Recent } from './recent.ts';
import { createSinceReader } from './since.ts';

/** Reads a planned range: the rows of its level, and the readings that are not yet part of it. */
export function createRangeReader(
  database: DatabaseSync,
  recent: Pick<Recent, 'ofProxy'>,
  blocks: Pick<Blocks, 'within' | 'first'>,
): (query: RangeQuery, plan: RangePlan) => HistoryRange {
  const numbers = createNumbers(database);
  const read = {
    raw: createReader(database, 'raw'),
    minute: createReader(database, 'minute'),
    hour: createReader(database, 'hour'),
    day: createReader(database, 'day'),
  };
  const readSince = createSinceReader(database, blocks);
  const readMarks = createMarksReader(database);
  return ({ proxy, profileId, from, to }, { level, origin, width }) => {
    const { step } = levels[level];
    // The minute, hour or day in which the range begins is a part of it.
    const start = Math.floor(from / step) * step;
    const last = Math.floor((to - origin) / width);
    numbers.have(last);
    const ofLevel = read[level].ofLevel.all({ proxy, start, to, origin, width, last });
    const ofOld = read[level].ofOld?.all({ proxy, start, to, origin, width }) ?? [];
    const waiting = recent.ofProxy(proxy);
    const inRange = waiting.filter(({ at }) => at >= start && at < to);
    const readings =
      level === 'raw' ? inOrder([...blocks.within(proxy, start, to), ...inRange]) : inRange;
    const rows = merged(
      merged(ofLevel as unknown as Rows, ofOld as unknown as Rows),
      bucketsOf(readings, { origin, width, step }),
    );
    const marks = readMarks({ proxy, profileId, from, to }, { origin, width });
    const since = readSince(proxy, waiting);
    return { since, level, ...columnsOf(rows, from, { origin, width }), marks };
  };
}

function createReader(database: DatabaseSync, level: Level) {
  const old = bucketsOfOld(level);
  const ofLevel = database.prepare(bucketsOfLevel(level));
  const ofOld = old === null ? null : database.prepare(old);
  ofLevel.setReturnArrays(true);
  ofOld?.setReturnArrays(true);
  return { ofLevel, ofOld };
}

/** The whole numbers from 0 on, in a table: rows that are found by them in turn come grouped, and need not be sorted. */
function createNumbers(database: DatabaseSync) {
  database.exec('CREATE TEMP TABLE IF NOT EXISTS number (n INTEGER PRIMARY KEY)');
  const most = database.prepare('SELECT ifnull(max(n), -1) AS most FROM number');
  const add = database.prepare(
    `INSERT INTO number WITH RECURSIVE following (n) AS (SELECT :from UNION ALL SELECT n + 1 FROM following WHERE n < :last) SELECT n FROM following`,
  );
  return {
    /** All up to `last` are there from now on. */
    have(last: number): void {
      const known = Number(most.get()?.most);
      if (last > known) add.run({ from: known + 1, last });
    },
  };
}

/** What a row says of a metric: how many readings, their sum, the lowest and the highest. */
type Parts = readonly [count: string, sum: string, min: string, max: string];
const partsOf = (m: Metric): Parts => [`${m}_count`, `${m}_sum`, `${m}_min`, `${m}_max`];
const ofReading = (m: Metric): Parts => [`(${m} IS NOT NULL)`, m, m, m];
const unknown: Parts = ['0', 'NULL', 'NULL', 'NULL'];

const listOf = (parts: (m: Metric) => Parts): string => metrics.flatMap(parts).join(', ');
const summed = (parts: (m: Metric) => Parts): string =>
  metrics
    .map((m) => {
      const [count, sum, min, max] = parts(m);
      return `total(${count}), total(${sum}), min(${min}), max(${max})`;
    })
    .join(', ');

/** The rows of a level as sums. */
function bucketsOfLevel(level: Level): string {
  const [table] = tablesOf(level);
  // A row of which that is damaged says nothing that can be believed.
  const whole =
    level === 'raw' ? '' : metrics.map((m) => `AND ${isNumberOfReadings(`${m}_count`)}`).join(' ');
  return `
    SELECT n, count(*), min(at), max(at), max(fresh = 1), ${summed(level === 'raw' ? ofReading : partsOf)}
    FROM temp.number CROSS JOIN ${table} ON proxy = :proxy
      AND at >= max(:start, :origin + n * :width) AND at < min(:to, :origin + (n + 1) * :width)
    WHERE n <= :last ${whole} GROUP BY n`;
}

/** What else belongs to a level: of before there were round trips. Numbers come to SQLite as REAL, hence the cast. */
function bucketsOfOld(level: Level): string | null {
  const [, ...oldTables] = tablesOf(level);
  if (oldTables.length === 0) return null;
  const ofRow = level === 'raw' ? ofReading : partsOf;
  const ofOldRow = (m: Metric): Parts => (isInOldTables(m) ? ofRow(m) : unknown);
  const found = oldTables.map(
    (old) =>
      `SELECT at, fresh, ${listOf(ofOldRow)} FROM ${old} WHERE proxy = :proxy AND at >= :start AND at < :to`,
  );
  return `
    WITH found (at, fresh, ${listOf(partsOf)}) AS (${found.join(' UNION ALL ')})
    SELECT CAST((at - :origin) / :width AS INTEGER) AS bucket, count(*), min(at), max(at), max(fresh = 1), ${summed(partsOf)}
    FROM found GROUP BY bucket ORDER BY bucket`;
}

function isInOldTables(metric: Metric): boolean {
  return metric !== 'round_trip' && metric !== 'missed';
}
