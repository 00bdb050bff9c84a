/** The two rising counters of one reading, as the proxy said them; `at` is epoch milliseconds. */
export interface Counters {
  readonly at: number;
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
  readonly doubted: Counters | null;
}

/** Nothing moves more: 100 Gbit a second, and a connection for each microsecond of ten. */
const mostBytesPerSecond = 12_500_000_000n;
const mostAccessesPerSecond = 100_000n;

/** The first reading of a proxy, of which nothing is counted: when it was moved nobody knows. */
export function beginSpliced(first: Counters, epoch: Epoch): Spliced {
  return { last: first, bytes: 0n, accesses: 0n, watchedMs: 0, epoch, doubted: null };
}

/**
 * With the next reading. What was moved in a time without readings is counted where the counters tell; a counter that fell began anew, so that what
 * it says is what was moved since, and what was moved before that and after the reading before is lost. A counter that jumps by more than can be
 * moved, or is below zero, is doubted: nothing is counted of it, and where it stays there it is gone on from.
 */
export function splice(before: Spliced, next: Counters, watched: boolean): Spliced {
  const { last, doubted } = before;
  if (next.transferredBytes < 0n || next.accesses < 0n) return before;
  const restarted = fellBetween(last, next);
  const from = restarted ? { ...next, at: last.at, transferredBytes: 0n, accesses: 0n } : last;
  if (!isPossible(from, next)) {
    const stays = doubted !== null && !fellBetween(doubted, next) && isPossible(doubted, next);
    return stays ? { ...before, last: next, doubted: null } : { ...before, doubted: next };
  }
  return {
    last: next,
    bytes: before.bytes + next.transferredBytes - from.transferredBytes,
    accesses: before.accesses + next.accesses - from.accesses,
    watchedMs: before.watchedMs + (watched ? Math.max(0, next.at - last.at) : 0),
    epoch: restarted ? { kind: 'restart', at: next.at } : before.epoch,
    doubted: null,
  };
}

/** A counter is lower than it was: the proxy restarted in between (deployed behaviour 15). */
export function fellBetween(before: Counters, next: Counters): boolean {
  return next.transferredBytes < before.transferredBytes || next.accesses < before.accesses;
}

function isPossible(from: Counters, to: Counters): boolean {
  const seconds = BigInt(Math.max(1, Math.ceil((to.at - from.at) / 1000)));
  return (
    to.transferredBytes - from.transferredBytes <= seconds * mostBytesPerSecond &&
    to.accesses - from.accesses <= seconds * mostAccessesPerSecond
  );
}
