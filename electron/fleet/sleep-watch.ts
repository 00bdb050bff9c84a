import type { Clock } from '../base/clock.ts';

const everyMs = 5000;

/** A look at the clocks that is late by more than this means that the machine slept, or was stopped. */
const jumpMs = 10_000;

export interface SleepWatch {
  /** Looks at the clocks only while this is set. */
  setActive(active: boolean): void;
}

/**
 * Tells when the machine was asleep. Some systems stop the monotonic clock meanwhile, and the wall clock may be set
 * back meanwhile: what either shows counts. A wall clock set forward by hand looks the same and does no harm.
 */
export function watchForSleep(clock: Clock, onResume: () => void): SleepWatch {
  let cancel: (() => void) | null = null;
  const look = (): void => {
    const before = { wall: clock.wall(), now: clock.now() };
    cancel = clock.after(everyMs, () => {
      const passed = Math.max(clock.wall() - before.wall, clock.now() - before.now);
      const slept = passed > everyMs + jumpMs;
      look();
      if (slept) onResume();
    });
  };
  return {
    setActive(active) {
      if (active && cancel === null) look();
      if (active || cancel === null) return;
      cancel();
      cancel = null;
    },
  };
}
