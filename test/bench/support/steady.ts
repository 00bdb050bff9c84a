import { pause, quantile } from './measure.ts';

/** A median, and the interval in which that of all that could have been measured lies with 95 %; of how many values it is. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** Fewer values than these have no interval of 95 %: not even the whole span of five holds the median so often. */
export const leastRuns = 6;

/**
 * The median with its interval by order statistics, which supposes nothing of how the values are spread: each lies below the median as often as a
 * coin falls on one side. Of fewer than `leastRuns` values the interval is their whole span. Throws for none, and for what is no number.
 */
export function estimate(values: readonly number[]): Estimate {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.some(Number.isNaN)) throw new Error('what was measured is no number');
  const runs = sorted.length;
  const left = outside(runs);
  const [low, high] = [sorted[left], sorted[runs - 1 - left]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  const middle = (runs - 1) / 2;
  const value = ((sorted[Math.floor(middle)] ?? low) + (sorted[Math.ceil(middle)] ?? low)) / 2;
  return { value, low, high, runs };
}

/** How many of so many sorted values may be left out at either end, so that the rest still holds the median with 95 %. */
function outside(runs: number): number {
  // Of very many the binomial distribution is the normal one, and its first terms are too small for a number.
  if (runs > 500) return Math.floor(runs / 2 - 0.98 * Math.sqrt(runs)) - 1;
  let left = 0;
  // The chance that at most `k` of all fall on one side, summed up term by term of the binomial distribution.
  let term = 0.5 ** runs;
  let below = term;
  while (below <= 0.025 && left < runs / 2) {
    left++;
    term *= (runs - left + 1) / left;
    below += term;
  }
  return Math.max(0, left - 1);
}

/** Half of the interval, as a share of the median. */
export function uncertainty({ value, low, high }: Estimate): number {
  return low === high ? 0 : (high - low) / 2 / Math.abs(value);
}

/** When a median is steady enough, and when it is given up to be. */
export interface Limits {
  /** Half of the interval, as a share of the median. */
  readonly within: number;
  /** Milliseconds after which no further turn is begun, steady or not. */
  readonly mostMs: number;
}

const usually: Limits = { within: 0.02, mostMs: 10_000 };

/** What a turn measured, in the same unit. */
interface Both {
  readonly ours: number;
  readonly floor: number;
}

/** Measures both and adds what was found. */
type Turn = (add: (both: Both) => void) => Promise<void>;

/** Two figures that took turns. */
export interface Pair {
  readonly ours: Estimate;
  readonly floor: Estimate;
  /** Of the ratios of the turns, each of what was measured side by side. */
  readonly ratio: Estimate;
}

/**
 * Takes both once in each turn, so that whatever else the machine does meets both, until the median of the ratios is steady; in `leastRuns`
 * turns at least. A turn adds what it measured of both.
 */
export async function inTurns(turn: Turn, limits: Partial<Limits> = {}): Promise<Pair> {
  const all: Both[] = [];
  const ratio = () => estimate(all.map(({ ours, floor }) => ours / floor));
  await untilSteady(() => turn((both) => all.push(both)), ratio, limits);
  return pairOf(all);
}

/** What is known of both after these turns. Throws where there were none. */
export function pairOf(turns: readonly Both[]): Pair {
  return {
    ours: estimate(turns.map(({ ours }) => ours)),
    floor: estimate(turns.map(({ floor }) => floor)),
    ratio: estimate(turns.map(({ ours, floor }) => ours / floor)),
  };
}

/** The turn of two tasks that each answer one figure: now one is the first, and now the other. */
export function alternately(ours: () => Promise<number>, floor: () => Promise<number>): Turn {
  let turn = 0;
  return async (add) => {
    if (turn++ % 2 === 0) add({ floor: await floor(), ours: await ours() });
    else add({ ours: await ours(), floor: await floor() });
  };
}

/** Repeats a turn until what `found` answers is steady; `leastRuns` times at least. */
export async function untilSteady(
  turn: () => Promise<void>,
  found: () => Estimate,
  limits: Partial<Limits> = {},
): Promise<void> {
  const { within, mostMs } = { ...usually, ...limits };
  const start = performance.now();
  for (let n = 0; ; n++) {
    if (n >= leastRuns) {
      if (uncertainty(found()) <= within || performance.now() - start > mostMs) return;
    }
    await turn();
  }
}

/** The median of what is measured in windows of so many milliseconds, one after the other, until it is steady. `begin` answers how a window ends. */
export async function inWindows(
  ms: number,
  begin: () => Promise<() => Promise<number>>,
  limits: Partial<Limits> = {},
): Promise<Estimate> {
  const values: number[] = [];
  await untilSteady(
    async () => {
      const end = await begin();
      await pause(ms);
      values.push(await end());
    },
    () => estimate(values),
    limits,
  );
  return estimate(values);
}

/** The median of the milliseconds. */
export const p50 = (values: readonly number[]): number => quantile(values, 0.5);
