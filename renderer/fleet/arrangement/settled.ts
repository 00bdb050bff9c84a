import type { BoardSort } from '../../../shared/model/preference-words.ts';

/** Numbers that jump from one reading to the next, and how far apart two of them are at least, in the unit of each, before it means anything. */
const least: Readonly<Partial<Record<BoardSort, number>>> = {
  connections: 1,
  bytesPerSecond: 1024,
  accessesPerSecond: 0.1,
  roundTripMs: 2,
  meanDuration: 0.1,
  bytesPerAccess: 256,
  bytesPerConnection: 256,
  share: 0.02,
  difference: 1,
};
/** And by which share of itself. */
const leastShare = 0.15;

/** Values that stay as they are until they are clearly others: what is sorted by them holds still. */
export interface Settled {
  /** The value that this proxy counts with. */
  settle(id: string, value: number | string | null): number | string | null;
}

export function createSettled(sort: BoardSort): Settled {
  const margin = least[sort];
  const counted = new Map<string, number>();
  return {
    settle(id, value) {
      if (typeof value !== 'number' || margin === undefined) {
        counted.delete(id);
        return value;
      }
      const before = counted.get(id);
      if (
        before !== undefined &&
        Math.abs(value - before) < Math.max(margin, leastShare * before)
      ) {
        return before;
      }
      counted.set(id, value);
      return value;
    },
  };
}
