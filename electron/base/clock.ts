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
