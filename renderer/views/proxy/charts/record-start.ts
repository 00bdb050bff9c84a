import type { TimeSpan } from '../../../charts/sparkline-series.ts';

const minute = 60_000;
/** The picture of a record that has just begun holds so much, milliseconds. */
export const leastRecord = minute;
const shortest = 5 * minute;

/**
 * How far back a range of `ms` is worth asking for, milliseconds, where the record began `age` ago: of a year with one hour of readings that
 * hour, in its own detail, instead of a sliver. Grows by steps, so that it is seldom another question.
 */
export function worthAsking(ms: number, age: number | null): number {
  if (age === null) return ms;
  const halfDoublings = Math.ceil(2 * Math.log2(Math.max(shortest, age)));
  return Math.min(ms, Math.ceil(2 ** (halfDoublings / 2)));
}

/** The part of a span that the record has: the axis of a range that reaches back further begins where it does. */
export function recordedPart({ from, to }: TimeSpan, since: number | null): TimeSpan {
  if (since === null || since <= from) return { from, to };
  return { from: Math.max(from, Math.min(since, to - leastRecord)), to };
}
