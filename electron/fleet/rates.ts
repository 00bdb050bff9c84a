/** The rising counters of one reading. `now` is monotonic milliseconds: a wall clock that is set would bend every rate. */
export interface CounterReading {
  readonly now: number;
  readonly transferredBytes: bigint;
  readonly accesses: bigint;
}

/** Units a second, never negative; null where two readings in a row are missing, or the proxy restarted between them. */
export interface CounterRates {
  readonly bytesPerSecond: number | null;
  readonly accessesPerSecond: number | null;
  /** A counter fell: the proxy restarted, which nothing announces (deployed behaviour 15). */
  readonly restart: boolean;
}

const unknown = { bytesPerSecond: null, accessesPerSecond: null };

/** Rates between two readings in a row. With `afterGap` the time between them was not watched: a restart is still found, a rate is not given. */
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
  if (afterGap || !(milliseconds > 0)) return { ...unknown, restart: false };
  return {
    bytesPerSecond: perSecond(bytes, milliseconds),
    accessesPerSecond: perSecond(accesses, milliseconds),
    restart: false,
  };
}

function perSecond(delta: bigint, milliseconds: number): number {
  return (Number(delta) * 1000) / milliseconds;
}
