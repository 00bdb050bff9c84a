/** Time as the session and the fleet see it; a test hands in one that it moves by hand. */
export interface Clock {
  /** Epoch milliseconds; may jump. */
  wall(): number;
  /** Monotonic milliseconds, for intervals. */
  now(): number;
  /** Runs the task once, after this many milliseconds. Returns cancelling. */
  after(milliseconds: number, task: () => void): () => void;
}

/** The machine's own time. */
export const systemClock: Clock = {
  wall: () => Date.now(),
  now: () => performance.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The same, whose timers are no reason for the process to go on: they are of what something else holds it for, such as a socket. */
export const unheldClock: Clock = {
  ...systemClock,
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};
