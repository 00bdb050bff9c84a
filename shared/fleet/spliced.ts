/** The two rising counters of one reading, as the proxy said them; `at` is epoch milliseconds. */
export interface Counters {
  readonly at: number;
  /** Milliseconds of the monotonic clock of this run of the app; null of a reading of an earlier one. */
  readonly now: number | null;
  readonly transferredBytes: bigint;
  readonly accesses: bigint;
}

/** Since when a proxy has run at least: no fall of its counters was seen since. */
export interface Epoch {
  readonly kind: 'restart' | 'first-contact';
  /** Epoch milliseconds of the first reading of it. */
  readonly at: number;
}

/** What a proxy moved since it is watched, spliced over its restarts. */
export interface Spliced {
  /** The last reading. */
  readonly last: Counters;
  readonly bytes: bigint;
  readonly accesses: bigint;
  /** Milliseconds of the time so far that lie between two polls in a row. */
  readonly watchedMs: number;
  readonly epoch: Epoch;
  /** A reading that rose by more than can be, and whose like has not come again. */
  readonly doubted: Doubted | null;
}

/** Of readings in a row that are doubted the last, how many there are, and at which of them a counter was seen to fall first. */
interface Doubted {
  readonly reading: Counters;
  readonly times: number;
  readonly fellAt: number | null;
}

/** Nothing moves more: 100 Gbit a second, and a connection for each microsecond of ten. */
const mostBytesPerSecond = 12_500_000_000n;
const mostAccessesPerSecond = 100_000n;

/**
 * The wall clock may be corrected by decades, and the monotonic one stands still while some machines sleep: beyond the monotonic one, and where
 * that tells nothing, it is believed for so long. At a tenth of the most that can be moved that is most of a year.
 */
const mostByWallMs = 30 * 24 * 3_600_000;

/** Doubted readings in a row after which the last of them is gone on from, also where no two of them agree. */
const mostDoubted = 3;

/** What the database holds. */
const largestCounter = 2n ** 63n - 1n;

/** The first reading of a proxy, of which nothing is counted: when it was moved nobody knows. */
export function beginSpliced(first: Counters, epoch: Epoch): Spliced {
  return { last: first, bytes: 0n, accesses: 0n, watchedMs: 0, epoch, doubted: null };
}

/**
 * With the next reading. What was moved in a time without readings is counted where the counters tell; a counter that fell began anew, so that what
 * it says is what was moved since, and what was moved before that and after the reading before is lost. A counter that jumps by more than can be
 * moved, or is below zero, is doubted: nothing is counted of it, and where it stays there, or jumps on, it is gone on from.
 */
export function splice(before: Spliced, next: Counters, watched: boolean): Spliced {
  const { last } = before;
  if (next.transferredBytes < 0n || next.accesses < 0n) return before;
  const restarted = fellBetween(last, next);
  const from = restarted ? { ...last, transferredBytes: 0n, accesses: 0n } : last;
  if (!isPossible(from, next)) return doubt(before, next, restarted);
  return {
    last: next,
    bytes: atMost(before.bytes + next.transferredBytes - from.transferredBytes),
    accesses: atMost(before.accesses + next.accesses - from.accesses),
    watchedMs: before.watchedMs + (watched ? watchedBetween(last, next) : 0),
    epoch: restarted ? { kind: 'restart', at: next.at } : before.epoch,
    doubted: null,
  };
}

function doubt(before: Spliced, next: Counters, restarted: boolean): Spliced {
  const { doubted } = before;
  const fell = restarted || (doubted !== null && fellBetween(doubted.reading, next));
  const fellAt = doubted?.fellAt ?? (fell ? next.at : null);
  const times = (doubted?.times ?? 0) + 1;
  const stays =
    doubted !== null && !fellBetween(doubted.reading, next) && isPossible(doubted.reading, next);
  if (!stays && times < mostDoubted)
    return { ...before, doubted: { reading: next, times, fellAt } };
  const epoch: Epoch = fellAt === null ? before.epoch : { kind: 'restart', at: fellAt };
  return { ...before, last: next, epoch, doubted: null };
}

/** A counter is lower than it was: the proxy restarted in between (deployed behaviour 15). */
export function fellBetween(before: Counters, next: Counters): boolean {
  return next.transferredBytes < before.transferredBytes || next.accesses < before.accesses;
}

function isPossible(from: Counters, to: Counters): boolean {
  const seconds = BigInt(Math.max(1, Math.ceil(mostBetween(from, to) / 1000)));
  return (
    to.transferredBytes - from.transferredBytes <= seconds * mostBytesPerSecond &&
    to.accesses - from.accesses <= seconds * mostAccessesPerSecond
  );
}

/** The most milliseconds that may lie between two readings. */
function mostBetween(from: Counters, to: Counters): number {
  const byWall = to.at - from.at;
  const passed = passedBetween(from, to);
  // A wall clock that was set back between two runs tells nothing of the time between them.
  if (passed === null && byWall <= 0) return mostByWallMs;
  return Math.max(passed ?? 0, Math.min(byWall, (passed ?? 0) + mostByWallMs));
}

function watchedBetween(from: Counters, to: Counters): number {
  return Math.round(Math.max(0, passedBetween(from, to) ?? to.at - from.at));
}

/** By the monotonic clock; null where the two are not of one run. */
function passedBetween(from: Counters, to: Counters): number | null {
  return from.now === null || to.now === null ? null : to.now - from.now;
}

function atMost(sum: bigint): bigint {
  return sum < largestCounter ? sum : largestCounter;
}
