import { untilBeat } from '../base/beat.ts';
import type { Clock } from '../base/clock.ts';
import type { Notices } from './notices.ts';

/** Between two looks at the clocks. */
const lookMs = 1000;
/** A look that is later than this while the process did nothing means that it was stopped, or that the machine slept. */
const lateMs = 1000;
/** What the proxies take after that until polls keep up again. */
const graceMs = 5000;
/** Looks that are judged together. */
const windowLooks = 60;
/** Fewer missed polls in that time are a proxy that was slow once, not a console that cannot keep up. */
const fewMissed = 10;
/** Share of polls that may be missed. */
const missedShare = 0.05;
/** So many windows in a row without end it: one alone may be chance. */
const calmWindows = 2;

export const pollsMissedId = 'polls-missed';

export interface PollWatchParts {
  readonly clock: Clock;
  /** Polls that were missed since the start because the one before was under way. */
  readonly missedPolls: () => number;
  readonly notices: Pick<Notices, 'holds' | 'ends'>;
  /** Milliseconds for which this process had a processor, since its start. */
  readonly busyMs?: () => number;
}

/** Tells when polls do not keep up, from when to when, and that they do again. */
export interface PollWatch {
  /** So many polls were made. */
  polled(count: number): void;
  close(): void;
}

interface Counts {
  missed: number;
  made: number;
}

/**
 * Polls that were missed while this process was stopped or the machine slept are not counted: nobody was slow then. A stop shows in either
 * clock; an event loop that is kept waiting by its own work shows in the time of the processor.
 */
export function createPollWatch(parts: PollWatchParts): PollWatch {
  const { clock, notices } = parts;
  const busyMs = parts.busyMs ?? processorMs;
  let cancel: (() => void) | null = null;
  let made = 0;
  let missedBefore = 0;
  let quietUntil = Number.NEGATIVE_INFINITY;
  let window = { missed: 0, made: 0, looks: 0, since: 0 };
  /** What is told, while it lasts. */
  let told: (Counts & { readonly since: number; calm: number }) | null = null;

  /** Since the last look. */
  const take = (): Counts => {
    const missedNow = parts.missedPolls();
    const counts = { missed: Math.max(0, missedNow - missedBefore), made };
    missedBefore = missedNow;
    made = 0;
    return counts;
  };
  const judge = (): void => {
    const { missed, made: polls, since } = window;
    const due = missed + polls;
    if (missed >= fewMissed && missed >= due * missedShare) {
      told ??= { missed: 0, made: 0, since, calm: 0 };
      told.missed += missed;
      told.made += polls;
      told.calm = 0;
      notices.holds(pollsMissedId, 'polls-missed', {
        missed: told.missed,
        due: told.missed + told.made,
        since: Math.round(told.since),
        until: Math.round(clock.wall()),
      });
    } else if (told !== null && ++told.calm >= calmWindows) {
      told = null;
      notices.ends(pollsMissedId);
    }
  };
  const look = (busyBefore = busyMs()): void => {
    const before = { wall: clock.wall(), now: clock.now() };
    const waitMs = untilBeat(before.now, lookMs);
    cancel = clock.after(waitMs, () => {
      const passed = Math.max(clock.wall() - before.wall, clock.now() - before.now);
      const busy = busyMs();
      const isStopped = passed - waitMs > lateMs && busy - busyBefore < passed / 2;
      if (isStopped) quietUntil = clock.now() + graceMs;
      const counts = take();
      if (clock.now() >= quietUntil) add(counts, before.wall);
      if (cancel !== null) look(busy);
    });
  };
  const add = (counts: Counts, since: number): void => {
    if (window.looks === 0) window.since = since;
    window.missed += counts.missed;
    window.made += counts.made;
    if (++window.looks < windowLooks) return;
    judge();
    const isIdle = window.missed + window.made === 0 && told === null;
    window = { missed: 0, made: 0, looks: 0, since: 0 };
    if (isIdle) stop();
  };
  const stop = (): void => {
    cancel?.();
    cancel = null;
  };
  return {
    polled(count) {
      made += count;
      if (cancel === null) look();
    },
    close: stop,
  };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
