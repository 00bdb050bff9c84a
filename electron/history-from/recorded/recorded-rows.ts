import type { Row, Rows } from '../../store/history/buckets.ts';
import type { Counter } from '../question.ts';
import type { Buckets, Recorded } from './recorded.ts';

/** A bucket with samples. Times are epoch milliseconds. */
export interface Filled {
  readonly bucket: number;
  readonly samples: number;
  /** Of its first and last sample, as far as is known. */
  readonly first: number;
  readonly last: number;
  /** About when a counter fell, in it or since the bucket with samples before; null where none did. */
  readonly fellAt: number | null;
  /** How often; 1 at least where one fell. */
  readonly falls: number;
}

/** The buckets that have samples, in order, from that place on; of series with a sample about every `sampleMs`. */
export function filledOf(
  recorded: Recorded,
  { origin, width, count }: Buckets,
  sampleMs: number,
  firstBucket = 0,
): readonly Filled[] {
  const filled: Filled[] = [];
  for (let bucket = firstBucket; bucket < count; bucket++) {
    const samples = recorded.count[bucket] ?? Number.NaN;
    if (!(samples >= 1)) continue;
    const start = origin + bucket * width;
    const told = (recorded.lastAt[bucket] ?? Number.NaN) * 1000;
    const guessed = start + Math.min(width - 1, (samples - 1) * sampleMs);
    const last = told >= start && told < start + width ? told : guessed;
    const first = Math.max(start, last - (samples - 1) * sampleMs);
    const before = filled.at(-1)?.bucket;
    const inside = Math.max(falls(recorded, 'bytes', bucket), falls(recorded, 'accesses', bucket));
    const between = before !== undefined && fellSince(recorded, before, bucket);
    const fellAt = inside > 0 ? beganAt(recorded, bucket, { first, last }) : between ? first : null;
    filled.push({ bucket, samples, first, last, fellAt, falls: inside || Number(between) });
  }
  return filled;
}

/** When a counter that fell among the samples began anew: so long before the last of them as it takes to come to what that says. */
function beganAt(
  { bytesLast, bytesMean }: Recorded,
  bucket: number,
  { first, last }: Pick<Filled, 'first' | 'last'>,
): number {
  const ago = ((bytesLast[bucket] ?? Number.NaN) * 1000) / (bytesMean[bucket] ?? Number.NaN);
  return Number.isFinite(ago) ? Math.max(first, Math.round(last - ago)) : first;
}

/** The rows that pictures are made of, as those of the local history. */
export function rowsOf(
  recorded: Recorded,
  filled: readonly Filled[],
  { width }: Pick<Buckets, 'width'>,
  sampleMs: number,
): Rows {
  return filled.map((each, index): Row => {
    const { bucket, samples, first, last } = each;
    const before = filled[index - 1];
    const isWatched =
      before !== undefined &&
      before.bucket === bucket - 1 &&
      each.fellAt === null &&
      samples > width / sampleMs - 1.5 &&
      last > before.last;
    const whole = isWatched ? { ...each, before } : null;
    const at = (column: Float64Array): number => column[bucket] ?? Number.NaN;
    const open = [at(recorded.openMin), at(recorded.openMean), at(recorded.openMax)] as const;
    const trip = at(recorded.roundTrip) * 1000;
    const missed = at(recorded.missed);
    return [
      bucket,
      samples,
      first,
      last,
      0,
      ...metric(...open),
      ...metric(...rates(recorded, 'bytes', bucket, whole)),
      ...metric(...rates(recorded, 'accesses', bucket, whole)),
      ...metric(trip, trip, trip),
      ...metric(missed, missed, missed),
    ];
  });
}

type Three = readonly [min: number, mean: number, max: number];

/**
 * The rate of a counter. Where nothing is missing the mean is what it rose by since the last sample of the bucket before, so that nothing is lost
 * between two of them.
 */
function rates(
  recorded: Recorded,
  counter: Counter,
  bucket: number,
  whole: { readonly last: number; readonly before: Filled } | null,
): Three {
  const at = (column: Float64Array): number => column[bucket] ?? Number.NaN;
  const min = at(recorded[`${counter}Min`]);
  const max = at(recorded[`${counter}Max`]);
  const sampled = at(recorded[`${counter}Mean`]);
  const counted =
    whole === null
      ? Number.NaN
      : ((at(recorded[`${counter}Last`]) -
          (recorded[`${counter}Last`][whole.before.bucket] ?? Number.NaN)) *
          1000) /
        (whole.last - whole.before.last);
  const mean = Number.isNaN(counted) ? sampled : counted;
  const least = Number.isNaN(min) ? mean : Math.min(min, mean);
  return [least, mean, Number.isNaN(max) ? mean : Math.max(max, mean)];
}

/** How many readings, their sum, the lowest and the highest; none where the mean is no rate or count. */
function metric(...[min, mean, max]: Three): readonly (number | null)[] {
  if (!(mean >= 0)) return [0, 0, null, null];
  return [1, mean, Math.max(0, min), max];
}

function falls(recorded: Recorded, counter: Counter, bucket: number): number {
  const resets = recorded[`${counter}Resets`][bucket] ?? Number.NaN;
  return resets >= 1 ? Math.round(resets) : 0;
}

function fellSince(recorded: Recorded, before: number, bucket: number): boolean {
  return (['bytes', 'accesses'] as const).some((counter) => {
    const least = recorded[`${counter}Least`][bucket] ?? Number.NaN;
    return least < (recorded[`${counter}Last`][before] ?? Number.NaN);
  });
}
