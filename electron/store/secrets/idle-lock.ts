import { type Clock, systemClock } from '../../base/clock.ts';

/** Locks once nobody has used the app for so long. */
export interface IdleLock {
  /** Somebody uses the app; also when the time was changed. */
  used(): void;
  stop(): void;
}

/** `minutes` answers null where only the hand locks. */
export function createIdleLock(
  minutes: () => number | null,
  lock: () => void,
  clock: Pick<Clock, 'after'> = systemClock,
): IdleLock {
  let cancel = (): void => {};
  return {
    used() {
      cancel();
      const after = minutes();
      cancel = after === null ? () => {} : clock.after(after * 60_000, lock);
    },
    stop() {
      cancel();
      cancel = () => {};
    },
  };
}
