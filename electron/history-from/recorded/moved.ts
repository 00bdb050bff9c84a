import type { HistoryTotals } from '../../../shared/model/history.ts';
import type { Counter } from '../question.ts';
import type { Buckets, Recorded } from './recorded.ts';
import type { Filled } from './recorded-rows.ts';

/** What a proxy moved between the first and the last sample that a Prometheus has in these buckets, spliced over its restarts; null with less than two samples. */
export function movedOf(
  recorded: Recorded,
  filled: readonly Filled[],
  { width }: Pick<Buckets, 'width'>,
  sampleMs: number,
): HistoryTotals['moved'] {
  const [first] = filled;
  const last = filled.at(-1);
  if (first === undefined || last === undefined || last.last <= first.first) return null;
  let [bytes, accesses, watchedMs, restarts] = [0, 0, 0, 0];
  for (const [index, each] of filled.entries()) {
    const rose = (counter: Counter): number =>
      rise(recorded, counter, each, filled[index - 1], width, sampleMs);
    bytes += rose('bytes');
    accesses += rose('accesses');
    watchedMs += each.samples * sampleMs;
    restarts += each.falls;
  }
  return {
    from: first.first,
    to: last.last,
    bytes: whole(bytes),
    accesses: whole(accesses),
    watchedMs: Math.min(watchedMs, last.last - first.first),
    restarts,
  };
}

/** What a counter rose by from the last sample of the bucket before to that of this one. */
function rise(
  recorded: Recorded,
  counter: Counter,
  { bucket, samples, fellAt }: Filled,
  before: Filled | undefined,
  width: number,
  sampleMs: number,
): number {
  const at = (column: Float64Array, place = bucket): number => column[place] ?? Number.NaN;
  const end = at(recorded[`${counter}Last`]);
  const start =
    before === undefined
      ? at(recorded[`${counter}Least`])
      : at(recorded[`${counter}Last`], before.bucket);
  if (fellAt === null) return positive(end - start);
  if (!(at(recorded[`${counter}Resets`]) >= 1)) return positive(end < start ? end : end - start);
  // It fell among the samples of the bucket: of those the rates tell, over the time that they are of.
  const seconds = Math.min(width, samples * sampleMs) / 1000;
  return positive(at(recorded[`${counter}Mean`]) * seconds);
}

function positive(value: number): number {
  return value > 0 && Number.isFinite(value) ? value : 0;
}

function whole(sum: number): string {
  return String(BigInt(Math.round(sum)));
}
