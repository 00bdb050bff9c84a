/** What the numbers are: decides where the axis has its lines. */
export type ChartUnit = 'count' | 'bytes' | 'rate';

/** Lines lie so far apart where that leaves enough of them, pixels. */
const preferredGap = 34;
/** From fewer nobody reads a scale. */
const leastTicks = 3;

/** What a chart shows that has nothing but zeros, and no less than which it shows otherwise: smaller steps have no labels of their own. */
const tops: Readonly<Record<ChartUnit, { readonly calm: number; readonly least: number }>> = {
  count: { calm: 4, least: 4 },
  bytes: { calm: 1024, least: 4 },
  rate: { calm: 1, least: 0.04 },
};

/** Zero is always in the picture, and a line at zero is not drawn on the upper edge. */
export function valueRange(
  min: number | null,
  max: number | null,
  unit: ChartUnit,
): [number, number] {
  const low = Math.min(0, min ?? 0);
  const high = max ?? 0;
  const { calm, least } = tops[unit];
  const top = high > 0 ? Math.max(least, high * 1.12) : calm;
  return [low < 0 ? low * 1.1 : 0, top];
}

/** Where the lines of an axis of values lie that is so many pixels high: at least three, also for counters of 20 digits. */
export function valueTicks(
  min: number,
  max: number,
  height: number,
  unit: ChartUnit,
): readonly number[] {
  const all = steps[unit];
  const wanted = ((max - min) * preferredGap) / Math.max(1, height);
  let index = all.findIndex((step) => step >= wanted);
  if (index < 0) index = all.length - 1;
  let ticks = multiples(all[index] ?? 1, min, max);
  while (ticks.length < leastTicks && index > 0) {
    index--;
    ticks = multiples(all[index] ?? 1, min, max);
  }
  return ticks;
}

function multiples(step: number, min: number, max: number): readonly number[] {
  const first = Math.ceil(min / step);
  const count = Math.max(0, Math.floor(max / step) - first + 1);
  // A product of a decimal step has digits that nobody chose: 3 * 0.1.
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

const decimal = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((exponent) =>
    // Written, since 2 * 10 ** -2 is not 0.02 for each exponent.
    [1, 2, 5].map((digit) => Number(`${digit}e${exponent}`)),
  );

/** Steps between two lines of the axis: whole numbers for counts, binary for bytes, decimal for rates; to beyond 64 bits. */
const steps: Readonly<Record<ChartUnit, readonly number[]>> = {
  count: decimal(0, 20),
  bytes: Array.from({ length: 68 }, (_, exponent) => 2 ** exponent),
  rate: decimal(-2, 20),
};
