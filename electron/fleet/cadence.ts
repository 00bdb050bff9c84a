import { nextPoll, pollInterval, pollPhase, sharedPhase } from './policy.ts';

/** A timer that is this late was late because this process stood still, stopped or asleep: no proxy was slow then. */
const standstillMs = 5000;

/** When one proxy's polls are due, on the monotonic clock. A poll that is late is missed and counted, never queued. */
export class Cadence {
  readonly #index: number;
  #interval: number;
  #watched: boolean;
  #due = 0;
  #missed = 0;

  /** `index` is the proxy's number in the fleet: it gives the phase within the interval. */
  constructor(index: number, pollSeconds: number, watched: boolean) {
    this.#index = index;
    this.#watched = watched;
    this.#interval = pollInterval(pollSeconds, watched);
  }

  /** Milliseconds between two polls. */
  get intervalMs(): number {
    return this.#interval;
  }

  /** Polls missed so far. */
  get missed(): number {
    return this.#missed;
  }

  setInterval(pollSeconds: number, watched: boolean, paused: boolean): void {
    this.#interval = pollInterval(pollSeconds, watched, paused);
    this.#watched = watched;
  }

  /** Takes up the grid from now on; milliseconds until the first poll. */
  start(now: number): number {
    const phaseOf = this.#watched ? pollPhase : sharedPhase;
    const phase = phaseOf(this.#index, this.#interval);
    this.#due = nextPoll(now, phase, this.#interval).due;
    return this.#due - now;
  }

  /** A poll is due, and cannot be begun where one is under way; milliseconds until the next. */
  tick(now: number, underWay: boolean): number {
    // The machine's timers fire up to a millisecond early: taken for a poll of its own, that would have the due one counted as missed.
    const { due, missed } = nextPoll(Math.max(now, this.#due), this.#due, this.#interval);
    const stoodStill = now - this.#due > standstillMs;
    this.#missed += (stoodStill ? 0 : missed) + (underWay ? 1 : 0);
    this.#due = due;
    return due - now;
  }
}
