/** Holds the readings of each proxy against the time that went by: a proxy whose session is lost is not polled, and so misses nothing either. */
export interface DuePolls {
  /** A reading of this proxy came; milliseconds of one clock. */
  came(id: string, at: number): void;
  /** Only what is due from now on is counted. */
  begin(at: number): void;
  /** So many were due since it was begun and have not come. One may be late by half an interval. */
  notCome(at: number): number;
}

interface Taken {
  /** When the last one before the beginning came, from which on the next ones are due; of a proxy that had none for an interval, one before the beginning. */
  from: number;
  last: number;
  count: number;
}

/** `at`: from when on all of these are polled, once in so many milliseconds. */
export function watchDuePolls(ids: Iterable<string>, intervalMs: number, at: number): DuePolls {
  const all = new Map(
    [...ids].map((id): [string, Taken] => [id, { from: at, last: at, count: 0 }]),
  );
  return {
    came(id, now) {
      const taken = all.get(id);
      if (taken === undefined) return;
      taken.last = now;
      taken.count++;
    },
    begin(now) {
      for (const taken of all.values()) {
        taken.from = Math.max(taken.last, now - intervalMs);
        taken.count = 0;
      }
    },
    notCome(now) {
      let sum = 0;
      for (const { from, count } of all.values())
        sum += Math.max(0, Math.floor((now - from) / intervalMs - 0.5) - count);
      return sum;
    },
  };
}
