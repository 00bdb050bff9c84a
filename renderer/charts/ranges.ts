import { chartRanges } from '../../shared/model/preference-words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const rangeNames = chartRanges;
export type RangeName = (typeof rangeNames)[number];

interface Range {
  /** How long it is, milliseconds. */
  readonly ms: number;
  /** How often it is fetched again, milliseconds; null where it goes on by what comes to the window. */
  readonly refreshMs: number | null;
}

export const ranges: Readonly<Record<RangeName, Range>> = {
  '5m': { ms: 5 * minute, refreshMs: null },
  '15m': { ms: 15 * minute, refreshMs: null },
  '1h': { ms: hour, refreshMs: 10_000 },
  '6h': { ms: 6 * hour, refreshMs: 30_000 },
  '24h': { ms: day, refreshMs: minute },
  '7d': { ms: 7 * day, refreshMs: 5 * minute },
  '30d': { ms: 30 * day, refreshMs: 10 * minute },
  '1y': { ms: 365 * day, refreshMs: 10 * minute },
};

/** A part of a span so small, one in so many, may be missing at the end of its picture. */
const mayBeMissing = 150;
const soonest = 2000;

/** How often a range is fetched again of which only `askedMs` are, milliseconds: a picture of minutes is behind after seconds, whatever its range. */
export function oftenEnough(refreshMs: number, askedMs: number): number {
  return Math.min(refreshMs, Math.max(soonest, Math.ceil(askedMs / mayBeMissing)));
}
