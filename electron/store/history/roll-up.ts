import type { DatabaseSync } from 'node:sqlite';
import { levels } from './levels.ts';

/** As the columns are called. */
export const metrics = ['connections', 'bytes', 'accesses', 'round_trip', 'missed'] as const;

const each = (text: (metric: string) => string): string => metrics.map(text).join(', ');

const columns = each((m) => `${m}_count, ${m}_sum, ${m}_min, ${m}_max, ${m}_last`);

/** The start of the minute, hour or day that a time is in. */
const startOf = (step: number): string => `at - at % ${step}`;

/**
 * The readings of `recent` by proxy and minute. SQLite takes the plain columns of `latest` from the row that has the max:
 * https://sqlite.org/lang_select.html#bareagg
 */
const minutesOfRecent = `
  SELECT summed.proxy, summed.start,
    ${each((m) => `${m}_count, ${m}_sum, ${m}_min, ${m}_max, latest.${m}`)},
    last_at, summed.fresh
  FROM (
    SELECT proxy, ${startOf(levels.minute.step)} AS start, max(fresh) AS fresh,
      ${each((m) => `count(${m}) AS ${m}_count, total(${m}) AS ${m}_sum, min(${m}) AS ${m}_min, max(${m}) AS ${m}_max`)}
    FROM recent WHERE part = :part GROUP BY proxy, start
  ) AS summed
  JOIN (
    SELECT proxy, ${startOf(levels.minute.step)} AS start, max(at) AS last_at, ${metrics.join(', ')}
    FROM recent WHERE part = :part GROUP BY proxy, start
  ) AS latest USING (proxy, start)`;

/** The minutes of `leaving` by proxy and hour or day. */
const ofMinutes = (step: number): string => `
  SELECT summed.proxy, summed.start,
    ${each((m) => `summed.${m}_count, summed.${m}_sum, summed.${m}_min, summed.${m}_max, latest.${m}_last`)},
    latest.last_at, summed.fresh
  FROM (
    SELECT proxy, ${startOf(step)} AS start, max(fresh) AS fresh,
      ${each((m) => `sum(${m}_count) AS ${m}_count, total(${m}_sum) AS ${m}_sum, min(${m}_min) AS ${m}_min, max(${m}_max) AS ${m}_max`)}
    FROM leaving GROUP BY proxy, start
  ) AS summed
  JOIN (
    SELECT proxy, ${startOf(step)} AS start, max(last_at) AS last_at, ${each((m) => `${m}_last`)}
    FROM leaving GROUP BY proxy, start
  ) AS latest USING (proxy, start)`;

/** Adds to rows that are there already: a minute's readings come in several portions, and some may be late. */
const merge = (level: string, rows: string): string => `
  INSERT INTO ${level} (proxy, at, ${columns}, last_at, fresh)
  SELECT * FROM (${rows}) WHERE true
  ON CONFLICT (proxy, at) DO UPDATE SET
    ${each(
      (m) => `
    ${m}_count = ${m}_count + excluded.${m}_count,
    ${m}_sum = ${m}_sum + excluded.${m}_sum,
    ${m}_min = min(ifnull(${m}_min, excluded.${m}_min), ifnull(excluded.${m}_min, ${m}_min)),
    ${m}_max = max(ifnull(${m}_max, excluded.${m}_max), ifnull(excluded.${m}_max, ${m}_max)),
    ${m}_last = iif(excluded.last_at >= last_at, excluded.${m}_last, ${m}_last)`,
    )},
    last_at = max(last_at, excluded.last_at),
    fresh = max(fresh, excluded.fresh)`;

export interface RollUp {
  /** Tells of a reading that was added to the part. */
  added(part: number): void;
  /** Rolls up the fullest parts, those of `full` readings and more, and at most so many parts; in a transaction, inside `guard`. */
  run(full: number, atMost: number): void;
  /** What was counted in a transaction that failed is counted again. */
  guard(task: () => void): void;
}

/**
 * Moves the readings of a part of `recent` to `raw` and adds them to their minute, hour and day. A reading is in `recent` until it is in all of
 * them: killed at any moment, none is counted twice or left out. Of times that come again, as after a clock was set back, the first reading
 * stays: a minute that has it counts it once.
 */
export function createRollUp(database: DatabaseSync): RollUp {
  database.exec(
    `CREATE TEMP TABLE IF NOT EXISTS leaving (proxy INTEGER, at INTEGER, ${columns}, last_at INTEGER, fresh INTEGER)`,
  );
  const dropKnown = database.prepare(
    `DELETE FROM recent WHERE part = :part AND EXISTS
       (SELECT 1 FROM raw WHERE raw.proxy = recent.proxy AND raw.at = recent.at)`,
  );
  const copy = database.prepare(
    `INSERT INTO raw (proxy, at, ${metrics.join(', ')}, fresh) SELECT proxy, at, ${metrics.join(', ')}, fresh FROM recent WHERE part = :part ORDER BY proxy, at`,
  );
  const sum = database.prepare(
    `INSERT INTO leaving (proxy, at, ${columns}, last_at, fresh) ${minutesOfRecent}`,
  );
  const mergeMinutes = database.prepare(
    merge('minute', 'SELECT * FROM leaving ORDER BY proxy, at'),
  );
  const mergeHours = database.prepare(merge('hour', ofMinutes(levels.hour.step)));
  const mergeDays = database.prepare(merge('day', ofMinutes(levels.day.step)));
  const clear = database.prepare('DELETE FROM leaving');
  const remove = database.prepare('DELETE FROM recent WHERE part = :part');
  const count = database.prepare('SELECT part, count(*) AS count FROM recent GROUP BY part');

  const readings = new Map<number, number>();
  const recount = (): void => {
    readings.clear();
    for (const row of count.all()) readings.set(Number(row.part), Number(row.count));
  };
  const rollUp = (part: number): void => {
    dropKnown.run({ part });
    copy.run({ part });
    sum.run({ part });
    mergeMinutes.run();
    mergeHours.run();
    mergeDays.run();
    clear.run();
    remove.run({ part });
    readings.delete(part);
  };
  recount();
  return {
    added(part) {
      readings.set(part, (readings.get(part) ?? 0) + 1);
    },
    run(full, atMost) {
      const due = [...readings].filter(([, size]) => size >= full).sort((a, b) => b[1] - a[1]);
      for (const [part] of due.slice(0, atMost)) rollUp(part);
    },
    guard(task) {
      try {
        task();
      } catch (error) {
        recount();
        throw error;
      }
    },
  };
}
