import { unknownCount } from '../../model/open-count.ts';
import type { OpenCount } from '../../model/open-count-schema.ts';

/** So many connections accepted say that a count is counted out. */
export const fewestToJudge = 30;
/** It is where no more than this part of what came is still counted. */
const countedOutPart = 0.05;
/** It only rises where at least this part of what came is, over so many and so many milliseconds: a fleet that grows keeps many for a while. */
const onlyRisesPart = 0.5;
const fewestToSuspect = 60;
const shortestToSuspectMs = 15 * 60_000;
/** Or where any part is for so long, and so many: no fleet grows for ever. */
const fewestOfLongRise = 2000;
const longRiseMs = 6 * 3_600_000;
/** A stretch is so long: what was right for days must not hide what is wrong now. */
const stretchAccesses = 400;
/** In a window of so many connections and milliseconds the lowest count is of what stays open. */
const windowAccesses = 5;
const windowMs = 5000;
/** Of the time between two readings no more than this counts as watched. */
const mostBetweenMs = 60_000;

/** One reading, as the proxy said it; `at` in milliseconds of a clock that is not set. */
export interface CountReading {
  readonly at: number;
  readonly connections: bigint;
  readonly accesses: bigint;
  readonly implausible: boolean;
}

/** Watches the count of one proxy over its readings. */
export interface CountWatch {
  /** As it was last judged; the same object until it is judged anew. */
  readonly count: OpenCount;
  /** Takes a reading; `restarted`: a counter fell since the one before. What was seen before a restart adds to what is seen after it. */
  take(reading: CountReading, restarted: boolean): void;
  /** What comes next is another proxy's. */
  forget(): void;
}

interface Stretch {
  readonly accesses: number;
  readonly watchedMs: number;
  readonly rise: number;
}
const noStretch: Stretch = { accesses: 0, watchedMs: 0, rise: 0 };
const both = (a: Stretch, b: Stretch): Stretch => ({
  accesses: a.accesses + b.accesses,
  watchedMs: a.watchedMs + b.watchedMs,
  rise: a.rise + b.rise,
});

/** `count`: as it was judged when the app ran last. */
export function createCountWatch(count: OpenCount = unknownCount): CountWatch {
  let judged = count;
  let before: CountReading | null = null;
  /** The lowest count of the window before, null until there was one. */
  let floor: number | null = null;
  let window = { ...noStretch, lowest: Number.POSITIVE_INFINITY };
  let stretch = noStretch;
  /** Stretches in a row that rose. */
  let rising = noStretch;

  const anew = (): void => {
    floor = null;
    window = { ...noStretch, lowest: Number.POSITIVE_INFINITY };
    stretch = noStretch;
    rising = noStretch;
  };
  const closeWindow = (): void => {
    const { lowest } = window;
    const rise = floor === null ? 0 : lowest - floor;
    stretch = both(stretch, { ...window, rise });
    floor = lowest;
    window = { ...noStretch, lowest: Number.POSITIVE_INFINITY };
    judged = judge(judged, stretch, rising);
    if (stretch.accesses < stretchAccesses || stretch.watchedMs < shortestToSuspectMs) return;
    rising = isCountedOut(stretch) ? noStretch : both(rising, stretch);
    stretch = noStretch;
  };
  return {
    get count() {
      return judged;
    },
    take(reading, restarted) {
      const last = before;
      before = reading;
      if (reading.implausible) {
        if (judged.verdict !== 'below-zero') judged = { ...unknownCount, verdict: 'below-zero' };
        anew();
        return;
      }
      if (judged.verdict === 'below-zero') {
        if (!restarted) return;
        judged = unknownCount;
      }
      const open = Number(reading.connections);
      if (last !== null) {
        const came = restarted ? reading.accesses : reading.accesses - last.accesses;
        window.accesses += Math.max(0, Number(came));
        window.watchedMs += Math.min(mostBetweenMs, Math.max(0, reading.at - last.at));
      }
      // All that were open ended with the proxy: that is no counting out.
      if (restarted) {
        floor = open;
        window.lowest = open;
      }
      window.lowest = Math.min(window.lowest, open);
      if (window.accesses >= windowAccesses && window.watchedMs >= windowMs) closeWindow();
    },
    forget() {
      judged = unknownCount;
      before = null;
      anew();
    },
  };
}

function isCountedOut({ accesses, rise }: Stretch): boolean {
  return rise <= countedOutPart * accesses;
}

/** What was found stays until there is as much to say that it is not so any more. */
function judge(judged: OpenCount, stretch: Stretch, rising: Stretch): OpenCount {
  const { accesses, watchedMs, rise } = stretch;
  if (accesses < fewestToJudge) return judged;
  const isLong = accesses >= fewestToSuspect && watchedMs >= shortestToSuspectMs;
  if (isCountedOut(stretch)) {
    if (judged.verdict === 'only-rises' && !isLong) return judged;
    return { verdict: 'counted-out', accesses, rise };
  }
  const all = both(rising, stretch);
  const forLong = all.accesses >= fewestOfLongRise && all.watchedMs >= longRiseMs;
  if (forLong) return { verdict: 'only-rises', accesses: all.accesses, rise: all.rise };
  if (isLong && rise >= onlyRisesPart * accesses) return { verdict: 'only-rises', accesses, rise };
  if (judged.verdict === 'only-rises') return judged;
  const isRising = rise >= onlyRisesPart * accesses || accesses >= stretchAccesses;
  return isRising || judged.verdict !== 'counted-out'
    ? { verdict: 'rising', accesses, rise }
    : judged;
}
