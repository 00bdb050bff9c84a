import type { HistoryRange } from '../../model/history.ts';
import type { SpanFacts } from './of-span.ts';

/** A point holds until the next, but for no longer than so many times the usual pause: a gap is not watched. */
const mostPauses = 3;

type Column = { readonly mean: readonly (number | null)[] };

/** As much of a range as is needed. */
type Recorded = Pick<HistoryRange, 'since' | 'at' | 'marks'> &
  Readonly<Record<'connections' | 'bytesPerSecond' | 'accessesPerSecond', Column>>;

/** What a proxy did in a part of a range, epoch milliseconds. Means weigh each point by how long it held; its rates are of the time before it. */
export function spanFactsOf(
  range: Recorded,
  { from, to }: { readonly from: number; readonly to: number },
): SpanFacts {
  const { at } = range;
  const pauses = at.slice(1).map((time, index) => time - (at[index] ?? time));
  const usual = pauses.toSorted((a, b) => a - b)[Math.floor((pauses.length - 1) / 2)] ?? 0;
  const connections = createMean();
  const bytes = createMean();
  const accesses = createMean();
  let readings = 0;
  let first: number | null = null;
  let last: number | null = null;
  for (const [index, time] of at.entries()) {
    if (time < from || time > to) continue;
    const open = range.connections.mean[index] ?? null;
    const rate = range.accessesPerSecond.mean[index] ?? null;
    if (open !== null) {
      first ??= open;
      last = open;
    }
    if (open !== null || rate !== null) readings++;
    const before = at[index - 1] ?? Number.NEGATIVE_INFINITY;
    const ms = Math.min(time - Math.max(from, before), mostPauses * usual);
    // A number of which no rate is known stands for no time: the means are then over the same.
    if (rate === null) continue;
    accesses.add(rate, ms);
    bytes.add(range.bytesPerSecond.mean[index] ?? null, ms);
    connections.add(open, ms);
  }
  const since = Math.max(from, Math.min(to, range.since ?? from));
  return {
    seconds: (to - since) / 1000,
    watchedSeconds: accesses.weight() / 1000,
    readings,
    connections: connections.value(),
    firstConnections: first,
    lastConnections: last,
    bytesPerSecond: bytes.value(),
    accessesPerSecond: accesses.value(),
    restarts: range.marks.reduce(
      (sum, mark) =>
        mark.kind === 'restart' && mark.at >= from && mark.at <= to ? sum + (mark.count ?? 1) : sum,
      0,
    ),
  };
}

function createMean() {
  let sum = 0;
  let weight = 0;
  return {
    add(value: number | null, by: number): void {
      if (value === null) return;
      sum += value * by;
      weight += by;
    },
    value: (): number | null => (weight > 0 ? sum / weight : null),
    weight: (): number => weight,
  };
}
