import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../electron/base/clock.ts';

/** A clock that only moves when told. `advance` runs what falls due, in order, and lets promises settle in between. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): Promise<void>;
  /** Moves the wall clock alone, as a machine asleep does. */
  jumpWall(milliseconds: number): void;
  /** Moves both clocks and runs nothing, as they look to a process that was stopped or busy: what fell due runs late, with the next advance. */
  stall(milliseconds: number): void;
  /** Timers that are set now. */
  readonly timers: number;
}

/** A clock at a fixed day, monotonic zero. */
export function createManualClock(): ManualClock {
  let now = 0;
  let wallOffset = Date.UTC(2026, 0, 1);
  let order = 0;
  const timers = new Map<number, { readonly at: number; readonly task: () => void }>();

  const nextDue = (until: number): number | undefined => {
    let found: number | undefined;
    let best = until;
    for (const [id, timer] of timers) {
      if (timer.at < best || (timer.at === best && found === undefined)) {
        best = timer.at;
        found = id;
      }
    }
    return found;
  };
  return {
    wall: () => wallOffset + now,
    now: () => now,
    after(milliseconds, task) {
      const id = order++;
      timers.set(id, { at: now + Math.max(0, milliseconds), task });
      return () => timers.delete(id);
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (let id = nextDue(until); id !== undefined; id = nextDue(until)) {
        const timer = timers.get(id);
        if (timer === undefined) break;
        timers.delete(id);
        now = Math.max(now, timer.at);
        timer.task();
        await settle();
      }
      now = until;
      await settle();
    },
    stall(milliseconds) {
      now += milliseconds;
    },
    jumpWall(milliseconds) {
      wallOffset += milliseconds;
    },
    get timers() {
      return timers.size;
    },
  };
}

/** Lets pending promises and immediates of an in-memory exchange run to their end. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 12; i++) await turn();
}
