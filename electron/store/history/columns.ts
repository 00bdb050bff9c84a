import type { HistoryRange } from '../../../shared/model/history.ts';
import { columnsBefore, type Grid, type Row, type Rows } from './buckets.ts';
import { type BucketTimes, isGapBefore } from './gaps.ts';
import { type Metric, metrics } from './readings.ts';

type Columns = Omit<HistoryRange, 'since' | 'level' | 'marks'>;
type Column = (number | null)[];

const nameOf = {
  connections: 'connections',
  bytes: 'bytesPerSecond',
  accesses: 'accessesPerSecond',
  round_trip: 'roundTripMs',
  missed: 'missed',
} as const satisfies Record<Metric, keyof Columns>;

/**
 * Buckets that are in order as the columns of a chart that begins at `from`, with a point without data where there was none. Made column by column,
 * with nothing in between: a chart is waited for, and what is thrown away has to be collected.
 */
export function columnsOf(rows: Rows, from: number, grid: Omit<Grid, 'step'>): Columns {
  const at: number[] = [];
  /** Which row each point is of; undefined for a gap. */
  const shown: (Row | undefined)[] = [];
  for (const [index, row] of rows.entries()) {
    if (isAfterGap(rows, index)) {
      at.push(grid.origin + ((rows[index - 1]?.[0] ?? 0) + 1) * grid.width);
      shown.push(undefined);
    }
    at.push(Math.max(from, row[2] ?? 0));
    shown.push(row);
  }
  const columns: Columns = {
    at,
    connections: noBand,
    bytesPerSecond: noBand,
    accessesPerSecond: noBand,
    roundTripMs: noBand,
    missed: noBand,
  };
  for (const [index, metric] of metrics.entries())
    columns[nameOf[metric]] = bandOf(shown, columnsBefore + index * 4);
  return columns;
}

const noBand = { min: [], mean: [], max: [] };

/** The band of the metric that begins in this column of the rows. */
function bandOf(rows: readonly (Row | undefined)[], start: number) {
  const min: Column = [];
  const mean: Column = [];
  const max: Column = [];
  for (const row of rows) {
    const count = row?.[start] ?? 0;
    min.push(finite(row?.[start + 2]));
    mean.push(count > 0 ? finite((row?.[start + 1] ?? 0) / count) : null);
    max.push(finite(row?.[start + 3]));
  }
  return { min, mean, max };
}

/** Also of a damaged file. */
function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function isAfterGap(rows: Rows, index: number): boolean {
  const before = rows[index - 1];
  const row = rows[index];
  if (before === undefined || row === undefined) return false;
  // Of those that lie side by side no more has to be known.
  if ((row[0] ?? 0) - (before[0] ?? 0) < 2) return false;
  const first = Math.max(0, index - 2);
  return isGapBefore(rows.slice(first, index + 2).map(timesOf), index - first);
}

function timesOf([bucket, rows, first, last, fresh]: Row): BucketTimes {
  return {
    bucket: bucket ?? 0,
    rows: rows ?? 0,
    first: first ?? 0,
    last: last ?? 0,
    fresh: fresh === 1,
  };
}
