import {
  type HistoryLevel,
  historyLevels,
  keptMsOf,
  usuallyKept,
} from '../../../shared/model/history-kept.ts';

export type Level = HistoryLevel;

/** From the finest. */
export const levelNames = historyLevels;

const hour = 3_600_000;
const usual = keptMsOf(usuallyKept);

/** What one row of a level spans, and for how long rows are kept where nothing else was chosen; milliseconds. */
export const levels: Readonly<Record<Level, { readonly step: number; readonly keptMs: number }>> = {
  /** The readings themselves, whatever their interval: the views of minutes and of one hour. */
  raw: { step: 1, keptMs: usual.raw },
  /** Views of a day and a week. */
  minute: { step: 60_000, keptMs: usual.minute },
  /** Views of a month and a year. */
  hour: { step: hour, keptMs: usual.hour },
  /** The long run. Days of UTC: those of a place that changes its clocks have 23 or 25 hours, and another place has others. */
  day: { step: 24 * hour, keptMs: usual.day },
};

/**
 * Where the rows of a level lie: new ones in the first, and what was kept before there were round trips in the other, until it is past its
 * retention. Days were kept later.
 */
export const tablesOf = (level: Level): readonly [string, ...string[]] =>
  level === 'day' ? [level] : [level, `old_${level}`];

/** What is asked of the history of one proxy. */
export interface RangeQuery {
  /** Null for a proxy that has no history yet. */
  readonly proxy: number | null;
  readonly profileId: string;
  readonly from: number;
  readonly to: number;
}

/** Which level answers a range, and the buckets that its rows are put together in: the first begins at `origin`, each spans `width`. */
export interface RangePlan {
  readonly level: Level;
  readonly origin: number;
  readonly width: number;
}

/**
 * The coarsest level that is as fine as the points lie, or a coarser one where that reaches not far enough back (`since`, by level). Buckets lie on
 * a fixed grid, so that a range that moves with time does not flicker; there are never more than `points` (at least 2) of them.
 */
export function planRange(
  query: { readonly from: number; readonly to: number; readonly points: number },
  since: Readonly<Record<Level, number>>,
): RangePlan {
  const finest = finestOf(query);
  const reaching = levelNames.filter((name) => name === 'day' || since[name] <= query.from);
  const level = reaching.findLast((name) => levels[name].step <= finest) ?? reaching[0] ?? 'day';
  const width = widthAt(level, finest);
  return { level, width, origin: Math.floor(query.from / width) * width };
}

/** How far apart the points of a query lie at least, milliseconds: one bucket of the grid more than fit may be touched. */
export function finestOf({ from, to, points }: Parameters<typeof planRange>[0]): number {
  return Math.max(1, (to - from) / Math.max(1, points - 1));
}

/** What a bucket of rows of this level spans where points lie so far apart at least, milliseconds. */
export function widthAt(level: Level, finest: number): number {
  const { step } = levels[level];
  return Math.ceil(finest / step) * step;
}
