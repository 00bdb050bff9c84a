import {
  type CanaryMeasure,
  type CanaryReport,
  type Comparison,
  canaryMeasures,
  type Verdict,
} from '../model/canary.ts';
import { median, robustSpread } from './robust.ts';

/** One reading of a proxy; a number is null where it is not known. */
export interface Reading {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytesPerSecond: number | null;
  readonly accessesPerSecond: number | null;
  readonly roundTripMs: number | null;
  /** Of so many readings it is the mean. */
  readonly count: number;
}

/** What is known of a proxy before the change of the canaries and since. */
export interface Watched {
  readonly id: string;
  readonly name: string;
  readonly before: readonly Reading[];
  readonly since: readonly Reading[];
  /** Sessions that it lost since. */
  readonly losses: number;
  /** It has a session, or is without one for a moment only. */
  readonly ready: boolean;
  /** Its counters began anew since. */
  readonly restarted: boolean;
  /** It answered OK, and something else was read back. */
  readonly appliedElse: boolean;
}

/** Fewer readings before or since say nothing, nor do fewer accesses before. */
export const fewestReadings = 5;
export const fewestAccesses = 10;
/** Fewer untouched proxies are no control group. */
export const smallestControl = 3;
/** So many times what is usual or chance is no chance (the usual cut for modified z-scores). */
const cut = 3.5;
/** And it is at least that factor: a group that is all alike makes much of nothing. */
const leastFactor: Readonly<Record<CanaryMeasure, number>> = {
  accessesPerSecond: 2,
  bytesPerAccess: 2,
  roundTripMs: 1.5,
};
/** A round trip is longer where it is longer by so much, milliseconds. */
const leastRoundTripMs = 10;
/** Where only a larger factor would show, there is no telling. */
const mostFactor = 10;

/** What is measured in a window; null where that is not known. `weight`: the accesses or readings that it is made of. */
interface Measured {
  readonly value: number;
  readonly weight: number;
}

/** What became of each canary, held against itself before and against the untouched. */
export function judgeCanaries(
  canaries: readonly Watched[],
  untouched: readonly Watched[],
): readonly CanaryReport[] {
  const readyShare = untouched.filter(({ ready }) => ready).length / Math.max(1, untouched.length);
  const othersToo = untouched.length > 0 && readyShare < 0.5;
  const losses = untouched.map((each) => each.losses);
  const usualLosses = losses.length === 0 ? null : median(losses);
  return canaries.map((canary) => {
    const session = sessionOf(canary, usualLosses, othersToo);
    const comparisons = canaryMeasures.map((measure) => compare(canary, untouched, measure));
    return {
      id: canary.id,
      name: canary.name,
      session,
      comparisons,
      readings: { before: canary.before.length, since: canary.since.length },
      verdict: worstOf([session.finding, ...comparisons.map(({ finding }) => finding)]),
    };
  });
}

/** One that is worse decides; all have to be fine for `fine`. Nothing is `unclear`. */
export function worstOf(findings: readonly Verdict[]): Verdict {
  if (findings.includes('worse')) return 'worse';
  return findings.length === 0 || findings.includes('unclear') ? 'unclear' : 'fine';
}

function sessionOf(
  { losses, ready, appliedElse }: Watched,
  usual: number | null,
  othersToo: boolean,
): CanaryReport['session'] {
  const facts = { losses, usual, ready };
  if (appliedElse) return { ...facts, finding: 'worse', why: 'applied-else' };
  if (othersToo) return { ...facts, finding: 'unclear', why: 'all-lost' };
  if (!ready) return { ...facts, finding: 'worse', why: 'silent' };
  const more = losses - (usual ?? 0);
  if (more >= 2) return { ...facts, finding: 'worse', why: 'lost-often' };
  if (more >= 1) return { ...facts, finding: 'unclear', why: 'lost' };
  return { ...facts, finding: 'fine', why: 'kept' };
}

function compare(
  canary: Watched,
  untouched: readonly Watched[],
  measure: CanaryMeasure,
): Comparison {
  const before = measured(canary.before, measure);
  const since = measured(canary.since, measure);
  const known = {
    measure,
    before: before?.value ?? null,
    since: since?.value ?? null,
    factor: null,
    usual: null,
    chance: null,
    low: null,
    high: null,
  };
  const none = (why: Comparison['why']): Comparison => ({ ...known, finding: 'unclear', why });
  if (canary.restarted && measure !== 'roundTripMs') return none('restarted');
  const isFew = (readings: readonly Reading[]): boolean =>
    readings.filter((reading) => isKnown(reading, measure)).length < fewestReadings;
  if (isFew(canary.before) || isFew(canary.since)) return none('too-few-readings');
  const counted = measure !== 'roundTripMs';
  if (before === null || before.value <= 0 || (counted && before.weight < fewestAccesses))
    return none('no-traffic');
  const usual = usualOf(untouched, measure);
  if (usual === null) return none('no-control');
  const weightSince = expectedSince(canary, before, since, usual.factor, measure);
  const chance = Math.exp(Math.sqrt(1 / before.weight + 1 / Math.max(1, weightSince)));
  const room = Math.max(leastFactor[measure], Math.max(usual.spread, chance) ** cut);
  const bounds = { usual, chance, low: usual.factor / room, high: usual.factor * room };
  // None at all may have been half of one: of nothing there is no logarithm, and of few none is soon the case.
  const least = measure === 'accessesPerSecond' ? 0.5 / Math.max(1, spanOf(canary.since)) : 0;
  const factor = since === null ? null : Math.max(since.value, least) / before.value;
  const facts = { ...known, ...bounds, factor };
  if (factor === null) return { ...facts, finding: 'unclear', why: 'no-traffic' };
  if (factor < bounds.low) {
    const better = measure === 'roundTripMs';
    return { ...facts, finding: better ? 'fine' : 'worse', why: 'below' };
  }
  if (factor > bounds.high) {
    const much = measure !== 'roundTripMs' || worseRoundTrip(before.value, factor, usual.factor);
    if (!much) return { ...facts, finding: 'fine', why: 'within' };
    return { ...facts, finding: measure === 'roundTripMs' ? 'worse' : 'unclear', why: 'above' };
  }
  if (room > mostFactor) return { ...facts, finding: 'unclear', why: 'varies' };
  return { ...facts, finding: 'fine', why: 'within' };
}

function worseRoundTrip(before: number, factor: number, usual: number): boolean {
  return before * factor - before * usual >= leastRoundTripMs;
}

/** The accesses or readings since that a finding rests on: where accesses are what is measured, as many as there would be if nothing had changed. */
function expectedSince(
  canary: Watched,
  before: Measured,
  since: Measured | null,
  usualFactor: number,
  measure: CanaryMeasure,
): number {
  if (measure !== 'accessesPerSecond') return since?.weight ?? 0;
  return (before.weight * usualFactor * spanOf(canary.since)) / Math.max(1, spanOf(canary.before));
}

/** How the untouched came from before to since: factors, on whose logarithms the robust statistics are made. Null where they are too few. */
function usualOf(untouched: readonly Watched[], measure: CanaryMeasure): Comparison['usual'] {
  const logarithms = untouched.flatMap((each) => {
    if (each.restarted || !each.ready) return [];
    const before = measured(each.before, measure);
    const since = measured(each.since, measure);
    if (before === null || since === null || before.value <= 0 || since.value <= 0) return [];
    if (each.before.length < fewestReadings || each.since.length < fewestReadings) return [];
    return [Math.log(since.value / before.value)];
  });
  if (logarithms.length < smallestControl) return null;
  const middle = median(logarithms);
  return {
    factor: Math.exp(middle),
    spread: Math.exp(robustSpread(logarithms, middle)),
    count: logarithms.length,
  };
}

function isKnown(reading: Reading, measure: CanaryMeasure): boolean {
  if (measure === 'roundTripMs') return reading.roundTripMs !== null;
  return reading.accessesPerSecond !== null && reading.bytesPerSecond !== null;
}

/** Over the whole of a window: accesses a second are few, so that of single readings most would be zero. A round trip is the middle one. */
export function measured(readings: readonly Reading[], measure: CanaryMeasure): Measured | null {
  const known = readings.filter((reading) => isKnown(reading, measure));
  if (known.length === 0) return null;
  if (measure === 'roundTripMs') {
    const times = known.map(({ roundTripMs }) => roundTripMs ?? 0);
    return { value: median(times), weight: times.length };
  }
  const count = known.reduce((sum, reading) => sum + reading.count, 0);
  const mean = (of: (reading: Reading) => number | null): number =>
    known.reduce((sum, reading) => sum + (of(reading) ?? 0) * reading.count, 0) / count;
  const accesses = mean(({ accessesPerSecond }) => accessesPerSecond);
  const weight = accesses * spanOf(readings);
  if (measure === 'accessesPerSecond') return { value: accesses, weight };
  if (accesses <= 0) return null;
  return { value: mean(({ bytesPerSecond }) => bytesPerSecond) / accesses, weight };
}

/** Seconds that the readings are of. */
function spanOf(readings: readonly Reading[]): number {
  const first = readings[0]?.at ?? 0;
  const last = readings.at(-1)?.at ?? first;
  return ((last - first) / 1000) * (readings.length / Math.max(1, readings.length - 1));
}

/** At most so many readings, neighbours made one of their means where they are more: what is measured over all stays the same, but for gaps. */
export function thinned(readings: readonly Reading[], most: number): readonly Reading[] {
  if (readings.length <= most) return readings;
  const halved: Reading[] = [];
  for (let index = 0; index < readings.length; index += 2) {
    const [a, b = a] = [readings[index], readings[index + 1]];
    if (a === undefined || b === undefined) continue;
    halved.push(a === b ? a : together(a, b));
  }
  return thinned(halved, most);
}

function together(a: Reading, b: Reading): Reading {
  const mean = (x: number | null, y: number | null): number | null =>
    x === null || y === null ? (x ?? y) : (x * a.count + y * b.count) / (a.count + b.count);
  return {
    at: b.at,
    bytesPerSecond: mean(a.bytesPerSecond, b.bytesPerSecond),
    accessesPerSecond: mean(a.accessesPerSecond, b.accessesPerSecond),
    roundTripMs: mean(a.roundTripMs, b.roundTripMs),
    count: a.count + b.count,
  };
}
