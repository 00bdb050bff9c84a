import { z } from 'zod';

/** One series of an answer: its labels, and its samples, times in milliseconds, in the order of time; without what is no finite number. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly at: readonly number[];
  readonly values: readonly number[];
}

const frame = z.object({
  resultType: z.literal('matrix'),
  result: z.array(
    z.object({ metric: z.record(z.string(), z.string()), values: z.array(z.unknown()) }),
  ),
});

/** More series than every question that is asked has. */
const mostSeries = 20_000;

/**
 * The series of an answer of `query_range` for so many points in time. Null where it is none: of another type, with what is no sample in it, or with
 * more than was asked for. What comes twice, or out of the
 * order of time, is put in order; of a time that comes again the first sample stays.
 */
export function readMatrix(data: unknown, points: number): readonly Series[] | null {
  const read = frame.safeParse(data);
  if (!read.success || read.data.result.length > mostSeries) return null;
  const found: Series[] = [];
  for (const { metric, values } of read.data.result) {
    // Some send what they have twice.
    if (values.length > points * 2) return null;
    const samples = new Map<number, number>();
    let isSorted = true;
    let before = Number.NEGATIVE_INFINITY;
    for (const sample of values) {
      if (!isSample(sample)) return null;
      const at = Math.round(sample[0] * 1000);
      const value = numberIn(sample[1]);
      if (!Number.isFinite(at) || !Number.isFinite(value) || samples.has(at)) continue;
      samples.set(at, value);
      if (at < before) isSorted = false;
      before = at;
    }
    const pairs = [...samples];
    if (!isSorted) pairs.sort(([a], [b]) => a - b);
    found.push({
      labels: metric,
      at: pairs.map(([at]) => at),
      values: pairs.map(([, value]) => value),
    });
  }
  return found;
}

function isSample(value: unknown): value is readonly [number, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'number' &&
    typeof value[1] === 'string' &&
    value[1] !== ''
  );
}

/** NaN for what is no decimal number: `Number` would take blanks, and other bases, for one. */
function numberIn(text: string): number {
  return /^[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?$/.test(text) ? Number(text) : Number.NaN;
}
