import type { HistoryMark, HistoryRange } from '../model/history.ts';
import { median, robustSpread } from './robust.ts';

/** What is held before and after a change. `bytesPerAccess` is of the two rates; `missed` is polls missed for each reading. */
export const lensMeasures = [
  'accessesPerSecond',
  'bytesPerSecond',
  'bytesPerAccess',
  'connections',
  'roundTripMs',
  'missed',
] as const;
export type LensMeasure = (typeof lensMeasures)[number];

/** What is to be known of a comparison: the span after the change is not over, readings are few or lacking, counters began anew, or something else was changed. */
export const lensConditions = ['not-over', 'few', 'gaps', 'restart', 'other-change'] as const;
export type LensCondition = (typeof lensConditions)[number];

/** One measure of the changed proxy and of those that nobody changed. `factor` is after over before; null where it cannot be said. */
export interface LensLine {
  readonly measure: LensMeasure;
  readonly before: number | null;
  readonly after: number | null;
  readonly factor: number | null;
  /** The median of the untouched proxies' factors, and how many they are; null for fewer than three. */
  readonly usual: number | null;
  readonly untouched: number;
  /** How far the logarithms of their factors lie around their median, robustly; null as `usual`. */
  readonly spread: number | null;
  /** How many spreads the factor lies from the usual one; null as `usual`. */
  readonly score: number | null;
  readonly finding: 'unlike' | 'alike' | 'no-control' | 'unknown';
}

export interface Lens {
  readonly lines: readonly LensLine[];
  /** Which part of the span on each side the changed proxy was watched, from 0 to 1; of the one after, as far as it is over. */
  readonly watched: { readonly before: number; readonly after: number };
  readonly conditions: readonly LensCondition[];
}

/** The moment of a change, and how long before and after it is looked at, milliseconds. */
export interface LensSpan {
  readonly at: number;
  readonly spanMs: number;
  readonly now: number;
}

const fewestPoints = 5;
const fewestUntouched = 3;
/** More than this part of a side without readings is a gap. */
const mostLacking = 0.2;
/** Readings that lie further apart, and further than twice what is usual, were not one after the other; milliseconds. */
const mostApart = {
  raw: 60_000,
  minute: 3 * 60_000,
  hour: 3 * 3_600_000,
  day: 3 * 24 * 3_600_000,
} as const;
/** The usual cut for modified z-scores (Iglewicz and Hoaglin), and what a group that is all alike makes of nothing is left out. */
const cut = 3.5;
const leastFactor = 1.2;
const leastSpread = 0.02;

/** Before and after a change, over equal spans, with the untouched proxies of its group as control. Those that were changed in the span themselves are none. */
export function lensOf(
  changed: HistoryRange,
  others: readonly HistoryRange[],
  span: LensSpan,
): Lens {
  const { at, spanMs, now } = span;
  const untouched = others.filter(({ marks }) => !marks.some((mark) => isWithin(mark, span)));
  const lines = lensMeasures.map((measure) => lineOf(changed, untouched, measure, at));
  const marks = changed.marks.filter((mark) => isWithin(mark, span));
  const [before, after] = sides(changed, at);
  const watched = {
    before: watchedPart(changed, before, { from: at - spanMs, to: at }),
    after: watchedPart(changed, after, { from: at, to: Math.min(now, at + spanMs) }),
  };
  const otherChanges = marks.filter(({ kind, at: when }) => kind !== 'restart' && when !== at);
  const conditions: LensCondition[] = [
    ...(now < at + spanMs ? (['not-over'] as const) : []),
    ...(Math.min(before.length, after.length) < fewestPoints ? (['few'] as const) : []),
    ...(Math.min(watched.before, watched.after) < 1 - mostLacking ? (['gaps'] as const) : []),
    ...(marks.some(({ kind }) => kind === 'restart') ? (['restart'] as const) : []),
    ...(otherChanges.length > 0 ? (['other-change'] as const) : []),
  ];
  return { lines, watched, conditions };
}

function isWithin(mark: HistoryMark, { at, spanMs }: LensSpan): boolean {
  return mark.at >= at - spanMs && mark.at <= at + spanMs;
}

function lineOf(
  changed: HistoryRange,
  untouched: readonly HistoryRange[],
  measure: LensMeasure,
  at: number,
): LensLine {
  const own = factorOf(changed, measure, at);
  const factors = untouched.flatMap((each) => factorOf(each, measure, at).factor ?? []);
  const line = { measure, ...own, untouched: factors.length };
  const none = { usual: null, spread: null, score: null };
  if (own.factor === null) return { ...line, ...none, finding: 'unknown' };
  if (factors.length < fewestUntouched) return { ...line, ...none, finding: 'no-control' };
  const logs = factors.map(Math.log);
  const centre = median(logs);
  const spread = Math.max(leastSpread, robustSpread(logs, centre));
  const away = Math.log(own.factor) - centre;
  const score = Math.abs(away) / spread;
  const unlike = score >= cut && Math.abs(away) >= Math.log(leastFactor);
  return {
    ...line,
    usual: Math.exp(centre),
    spread,
    score,
    finding: unlike ? 'unlike' : 'alike',
  };
}

function factorOf(
  range: HistoryRange,
  measure: LensMeasure,
  at: number,
): Pick<LensLine, 'before' | 'after' | 'factor'> {
  const [left, right] = sides(range, at);
  const before = meanOf(range, measure, left);
  const after = meanOf(range, measure, right);
  const known = before !== null && after !== null && before > 0 && after > 0;
  return { before, after, factor: known ? after / before : null };
}

/** The places of the points before and after. */
function sides({ at: times }: HistoryRange, at: number): [readonly number[], readonly number[]] {
  const places = times.map((_, index) => index);
  return [
    places.filter((index) => (times[index] ?? at) < at),
    places.filter((index) => (times[index] ?? at) > at),
  ];
}

/** Pauses count as watched where readings on both sides are near; a reading without a value, and the time before any, do not. */
function watchedPart(
  { at, connections, level }: HistoryRange,
  places: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  if (to <= from) return 1;
  const known = places.filter((index) => (connections.mean[index] ?? null) !== null);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return 0;
  const steps = at.slice(1).map((time, index) => time - (at[index] ?? time));
  const apart = Math.max(mostApart[level], steps.length === 0 ? 0 : 2 * median(steps));
  const near = (ms: number): number => (ms <= apart ? ms : 0);
  const pauses = known.slice(1).map((index, earlier) => {
    const before = known[earlier] ?? index;
    return index === before + 1 ? near((at[index] ?? 0) - (at[before] ?? 0)) : 0;
  });
  const isFirst = first === places[0];
  const isLast = last === places.at(-1);
  const edges = [
    isFirst ? near((at[first] ?? from) - from) : 0,
    isLast ? near(to - (at[last] ?? to)) : 0,
  ];
  return Math.min(1, [...pauses, ...edges].reduce((sum, ms) => sum + ms, 0) / (to - from));
}

function meanOf(
  range: HistoryRange,
  measure: LensMeasure,
  places: readonly number[],
): number | null {
  if (measure === 'bytesPerAccess') {
    const bytes = meanOf(range, 'bytesPerSecond', places);
    const accesses = meanOf(range, 'accessesPerSecond', places);
    return bytes === null || accesses === null || accesses === 0 ? null : bytes / accesses;
  }
  const column = range[measure].mean;
  const values = places.flatMap((index) => column[index] ?? []);
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
