/** The rising counters of one reading. A rate is by `now`, since a wall clock that is set would bend it. */
export interface CounterReading {
  /** Monotonic milliseconds. */
  readonly now: number;
  /** Epoch milliseconds at the same moment. */
  readonly wall: number;
  readonly transferredBytes: bigint;
  readonly accesses: bigint;
}

/** What only rises while a proxy runs. */
export type Counters = Pick<CounterReading, 'transferredBytes' | 'accesses'>;

/** Units a second, never negative; null where two readings in a row are missing, or the proxy restarted between them. */
export interface CounterRates {
  readonly bytesPerSecond: number | null;
  readonly accessesPerSecond: number | null;
  /** A counter fell: the proxy restarted, which nothing announces (deployed behaviour 15). */
  readonly restart: boolean;
}

/** Clocks that differ by so much more in what they advance, milliseconds, and this part of the time: one was set, or stood still in a sleep. */
const driftMs = 100;
const driftShare = 0.01;

/** Whether the two clocks say different things of the time between two readings, so that neither is to be believed. */
export function clocksDisagree(
  before: Pick<CounterReading, 'now' | 'wall'>,
  next: Pick<CounterReading, 'now' | 'wall'>,
): boolean {
  const passed = next.now - before.now;
  return Math.abs(next.wall - before.wall - passed) > driftMs + driftShare * Math.abs(passed);
}

const unknown = { bytesPerSecond: null, accessesPerSecond: null };

/**
 * Rates between two readings in a row. With `afterGap` the time between them was not watched: a restart is still found, a rate is not given; nor is
 * one where the clocks disagree on how long that time was.
 */
export function ratesBetween(
  before: CounterReading | null,
  next: CounterReading,
  afterGap = false,
): CounterRates {
  if (before === null) return { ...unknown, restart: false };
  const bytes = next.transferredBytes - before.transferredBytes;
  const accesses = next.accesses - before.accesses;
  if (bytes < 0n || accesses < 0n) return { ...unknown, restart: true };
  const milliseconds = next.now - before.now;
  if (afterGap || !(milliseconds > 0) || clocksDisagree(before, next))
    return { ...unknown, restart: false };
  return {
    bytesPerSecond: perSecond(bytes, milliseconds),
    accessesPerSecond: perSecond(accesses, milliseconds),
    restart: false,
  };
}

function perSecond(delta: bigint, milliseconds: number): number {
  return (Number(delta) * 1000) / milliseconds;
}
