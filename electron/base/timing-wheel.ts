import type { Clock } from './clock.ts';

/** A timer that is set and stopped with almost every packet, and fires seldom. Neither costs the system's timers anything. */
export interface CoarseTimer {
  /** Runs its task once, no sooner than after this many milliseconds, and later by the wheel's grain at most. Takes the place of what was set before. */
  set(milliseconds: number): void;
  stop(): void;
  readonly isSet: boolean;
}

/** Makes timers that share one of the clock's, which is set for the earliest of them. Their tasks must not throw. */
export interface TimingWheel {
  timer(task: () => void): CoarseTimer;
}

/** What an entry needs of its wheel. */
interface Wheel {
  readonly now: () => number;
  readonly place: (entry: Entry, due: number) => void;
}

/** A class, whose methods all of thousands share. */
class Entry implements CoarseTimer {
  readonly #wheel: Wheel;
  readonly task: () => void;
  /** When the task is to run, on the clock; null where it is not. */
  due: number | null = null;
  /** Number of the tick at which the entry is looked at, never after its time; null where it is not. */
  tick: number | null = null;

  constructor(wheel: Wheel, task: () => void) {
    this.#wheel = wheel;
    this.task = task;
  }

  get isSet(): boolean {
    return this.due !== null;
  }

  set(milliseconds: number): void {
    this.due = this.#wheel.now() + milliseconds;
    this.#wheel.place(this, this.due);
  }

  stop(): void {
    this.due = null;
  }
}

/**
 * A timing wheel, whose ticks are `grainMs` apart. A timer that is stopped, or put off, stays at its tick, and only there is it seen what became of
 * it: so most timers are never moved at all.
 */
export function createTimingWheel(clock: Clock, grainMs: number): TimingWheel {
  const ticks = new Map<number, Entry[]>();
  let alarm: { readonly tick: number; readonly cancel: () => void } | null = null;

  const place = (entry: Entry, due: number): void => {
    const tick = Math.ceil(due / grainMs);
    if (entry.tick !== null && entry.tick <= tick) return;
    entry.tick = tick;
    const others = ticks.get(tick);
    if (others === undefined) ticks.set(tick, [entry]);
    else others.push(entry);
    if (alarm === null || tick < alarm.tick) setAlarm(tick);
  };
  const setAlarm = (tick: number): void => {
    alarm?.cancel();
    const cancel = clock.after(Math.max(0, tick * grainMs - clock.now()), turn);
    alarm = { tick, cancel };
  };
  /** Those whose time has come. The others at the ticks that passed are put where they belong now. */
  const takeDue = (): readonly Entry[] => {
    const now = clock.now();
    const passed = [...ticks.keys()].filter((tick) => tick * grainMs <= now);
    const due: Entry[] = [];
    for (const tick of passed.sort((a, b) => a - b)) {
      const entries = ticks.get(tick) ?? [];
      ticks.delete(tick);
      for (const entry of entries) {
        // One that was set to an earlier time since then is looked at there.
        if (entry.tick !== tick) continue;
        entry.tick = null;
        if (entry.due === null) continue;
        if (entry.due <= now) due.push(entry);
        else place(entry, entry.due);
      }
    }
    return due;
  };
  const turn = (): void => {
    alarm = null;
    const due = takeDue();
    const earliest = Math.min(...ticks.keys());
    if (Number.isFinite(earliest)) setAlarm(earliest);
    for (const entry of due) {
      // The task of another may have stopped it, or put it off.
      if (entry.due === null || entry.tick !== null) continue;
      entry.due = null;
      entry.task();
    }
  };
  const wheel: Wheel = { now: () => clock.now(), place };
  return { timer: (task) => new Entry(wheel, task) };
}
