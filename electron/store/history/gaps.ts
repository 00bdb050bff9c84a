/** What is known of the readings in one bucket of a range. */
export interface BucketTimes {
  /** Number of the bucket in the range. */
  readonly bucket: number;
  /** How many rows of the history it is made of, and the times of the first and last, milliseconds. */
  readonly rows: number;
  readonly first: number;
  readonly last: number;
  /** The time before one of its readings was not watched. */
  readonly fresh: boolean;
}

/** A pause is a gap when it is longer than this many of the intervals beside it: they differ by profile, and change with the window. */
const muchLonger = 3;

/**
 * Whether there was no data between this bucket and the one before it, rather than a long interval. Only where a bucket between them is empty:
 * it has room for the point that interrupts the line.
 */
export function isGapBefore(buckets: readonly BucketTimes[], index: number): boolean {
  const before = buckets[index - 1];
  const bucket = buckets[index];
  if (!before || !bucket || bucket.bucket - before.bucket < 2) return false;
  if (bucket.fresh) return true;
  const beside = [
    pause(buckets[index - 2], before),
    intervalIn(before),
    intervalIn(bucket),
    pause(bucket, buckets[index + 1]),
  ].filter((interval) => interval !== null);
  if (beside.length === 0) return false;
  return bucket.first - before.last > muchLonger * Math.max(...beside);
}

function pause(before: BucketTimes | undefined, bucket: BucketTimes | undefined): number | null {
  return before && bucket ? bucket.first - before.last : null;
}

/** Null with a single row. */
function intervalIn({ rows, first, last }: BucketTimes): number | null {
  return rows > 1 && last > first ? (last - first) / (rows - 1) : null;
}
