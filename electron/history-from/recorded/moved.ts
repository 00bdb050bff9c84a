import type { HistoryTotals } from '../../../shared/model/history.ts';
import type { Counter } from '../question.ts';
import type { Buckets, Recorded } from './recorded.ts';
import { type Filled, filledOf } from './recorded-rows.ts';

/** A sample before the span is where it begins if no more than so many are missing up to there. */
const besideSamples = 2;

/**
 * What a proxy moved in these buckets but the first, spliced over its restarts: up to the last sample that a Prometheus has there, from the last one
 * of the first bucket, where that is just before, else from the first one there. Null with less than two samples. A sample is there about every
 * `sampleMs`.
 */
export function movedOf(
  recorded: Recorded,
  buckets: Buckets,
  sampleMs: number,
): HistoryTotals['moved'] {
  const { origin, width } = buckets;
  const [lead] = filledOf(recorded, { ...buckets, count: 1 }, sampleMs);
  const isBeside = lead !== undefined && origin + width - lead.last <= besideSamples * sampleMs;
  const [before, filled] = isBeside
    ? [lead, filledOf(recorded, buckets, sampleMs).slice(1)]
    : [undefined, filledOf(recorded, buckets, sampleMs, 1)];
  const from = before?.last ?? filled[0]?.first ?? 0;
  const to = filled.at(-1)?.last ?? 0;
  if (to <= from) return null;
  let [bytes, accesses, watchedMs, restarts] = [0, 0, 0, 0];
  for (const [index, each] of filled.entries()) {
    const rose = (counter: Counter): number =>
      rise(recorded, counter, each, filled[index - 1] ?? before, width, sampleMs);
    bytes += rose('bytes');
    accesses += rose('accesses');
    watchedMs += each.samples * sampleMs;
    restarts += each.falls;
  }
  return {
    from,
    to,
    bytes: whole(bytes),
    accesses: whole(accesses),
    watchedMs: Math.min(watchedMs, to - from),
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
