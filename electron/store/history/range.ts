import type { DatabaseSync } from 'node:sqlite';
import type { HistoryRange } from '../../../shared/model/history.ts';
import { type BucketTimes, isGapBefore } from './gaps.ts';
import { partOf } from './keys.ts';
import { type Level, levels, type RangePlan, type RangeQuery, tablesOf } from './levels.ts';
import { createMarksReader } from './marks.ts';
import { metrics } from './roll-up.ts';
import { createSinceReader } from './since.ts';

interface Band {
  readonly min: number | null;
  readonly mean: number | null;
  readonly max: number | null;
}
interface Bucket extends BucketTimes {
  readonly bands: readonly Band[];
}

/** Reads a planned range: the rows of its level, and those of `recent` that are not yet part of it. */
export function createRangeReader(
  database: DatabaseSync,
): (query: RangeQuery, plan: RangePlan) => HistoryRange {
  const read = {
    raw: database.prepare(bucketsOf('raw')),
    minute: database.prepare(bucketsOf('minute')),
    hour: database.prepare(bucketsOf('hour')),
    day: database.prepare(bucketsOf('day')),
  };
  for (const statement of Object.values(read)) statement.setReturnArrays(true);
  const readSince = createSinceReader(database);
  const readMarks = createMarksReader(database);
  return ({ proxy, profileId, from, to }, { level, origin, width }) => {
    const { step } = levels[level];
    // The minute, hour or day in which the range begins is a part of it.
    const start = Math.floor(from / step) * step;
    const part = proxy === null ? null : partOf(proxy);
    const rows = read[level].all({ proxy, part, start, to, origin, width });
    const marks = readMarks({ proxy, profileId, from, to }, { origin, width });
    const buckets = (rows as unknown as readonly (readonly (number | null)[])[]).map(toBucket);
    return { since: readSince(proxy), level, ...toColumns(buckets, from, origin, width), marks };
  };
}

type Metric = (typeof metrics)[number];

/** What a row says of a metric: how many readings, their sum, the lowest and the highest. */
const partsOf = (m: Metric): string => `${m}_count, ${m}_sum, ${m}_min, ${m}_max`;
const ofReading = (m: Metric): string => `(${m} IS NOT NULL), ${m}, ${m}, ${m}`;
const unknown = '0, NULL, NULL, NULL';

const listOf = (part: (m: Metric) => string): string => metrics.map(part).join(', ');

/** Each row of a level, or of `recent`, as sums. Numbers come to SQLite as REAL, hence the cast. */
function bucketsOf(level: Level): string {
  const { step } = levels[level];
  const [table, ...oldTables] = tablesOf(level);
  const ofRow = level === 'raw' ? ofReading : partsOf;
  const ofOldRow = (m: Metric) => (isInOldTables(m) ? ofRow(m) : unknown);
  const band = (m: Metric) =>
    `min(${m}_min), total(${m}_sum) / nullif(sum(${m}_count), 0), max(${m}_max)`;
  const span = 'at >= :start AND at < :to';
  return `
    WITH found (at, fresh, ${listOf(partsOf)}) AS (
      SELECT at, fresh, ${listOf(ofRow)} FROM ${table} WHERE proxy = :proxy AND ${span}
      ${oldTables.map((old) => `UNION ALL SELECT at, fresh, ${listOf(ofOldRow)} FROM ${old} WHERE proxy = :proxy AND ${span}`).join(' ')}
      UNION ALL
      SELECT at - at % ${step}, fresh, ${listOf(ofReading)} FROM recent WHERE part = :part AND ${span} AND proxy = :proxy
    )
    SELECT CAST((at - :origin) / :width AS INTEGER) AS bucket, count(*), min(at), max(at), max(fresh), ${listOf(band)}
    FROM found GROUP BY bucket ORDER BY bucket`;
}

function isInOldTables(metric: Metric): boolean {
  return metric !== 'round_trip' && metric !== 'missed';
}

function toBucket(row: readonly (number | null)[]): Bucket {
  const [bucket, rows, first, last, fresh, ...values] = row;
  const bands = metrics.map((_, index) => {
    const [min = null, mean = null, max = null] = values.slice(index * 3);
    return { min, mean, max };
  });
  return {
    bucket: bucket ?? 0,
    rows: rows ?? 0,
    first: first ?? 0,
    last: last ?? 0,
    fresh: fresh === 1,
    bands,
  };
}

function toColumns(buckets: readonly Bucket[], from: number, origin: number, width: number) {
  const at: number[] = [];
  const column = () => ({
    min: [] as (number | null)[],
    mean: [] as (number | null)[],
    max: [] as (number | null)[],
  });
  // In the order of `metrics`.
  const columns = {
    connections: column(),
    bytesPerSecond: column(),
    accessesPerSecond: column(),
    roundTripMs: column(),
    missed: column(),
  };
  const lists = Object.values(columns);
  const push = (time: number, bands: readonly Band[]): void => {
    at.push(time);
    for (const [index, list] of lists.entries()) {
      list.min.push(bands[index]?.min ?? null);
      list.mean.push(bands[index]?.mean ?? null);
      list.max.push(bands[index]?.max ?? null);
    }
  };
  for (const [index, bucket] of buckets.entries()) {
    const before = buckets[index - 1];
    if (before && isGapBefore(buckets, index)) push(origin + (before.bucket + 1) * width, []);
    push(Math.max(from, bucket.first), bucket.bands);
  }
  return { at, ...columns };
}
