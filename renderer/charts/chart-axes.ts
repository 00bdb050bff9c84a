import type uPlot from 'uplot';
import type { HourCycle } from '../../shared/texts/format.ts';

/** What the numbers are: decides where the axis has its lines. */
export type ChartUnit = 'count' | 'bytes' | 'rate';

/** Colours of axes, as the canvas wants them. */
export interface AxisColors {
  readonly grid: string;
  readonly text: string;
  readonly font: string;
}

const yAxisWidth = 76;
const xAxisHeight = 26;

const common = ({ grid, text, font }: AxisColors): uPlot.Axis => ({
  stroke: text,
  font,
  grid: { stroke: grid, width: 1 },
  ticks: { show: false },
});

/** `formatTime` gets epoch milliseconds, and how far the lines lie apart. */
export function timeAxis(
  colors: AxisColors,
  hourCycle: HourCycle,
  formatTime: (at: number, step: number) => string,
): uPlot.Axis {
  return {
    ...common(colors),
    size: xAxisHeight,
    gap: 6,
    space: hourCycle === 'h23' || hourCycle === 'h24' ? 58 : 84,
    incrs: [...timeIncrements],
    values: (_plot, splits, _axis, _space, step) => splits.map((at) => formatTime(at, step)),
  };
}

export function valueAxis(
  colors: AxisColors,
  unit: ChartUnit,
  formatValue: (value: number) => string,
): uPlot.Axis {
  return {
    ...common(colors),
    size: yAxisWidth,
    gap: 8,
    space: 34,
    incrs: [...increments[unit]],
    values: (_plot, splits) => splits.map(formatValue),
  };
}

/** Zero is always in the picture, and a line at zero is not drawn on the upper edge. */
export function valueRange(
  min: number | null,
  max: number | null,
  unit: ChartUnit,
): [number, number] {
  const low = Math.min(0, min ?? 0);
  const high = max ?? 0;
  const least = unit === 'count' ? 4 : unit === 'bytes' ? 1024 : 1;
  return [low < 0 ? low * 1.1 : 0, Math.max(least, high * 1.12)];
}

const second = 1000;
export const minute = 60 * second;
const hour = 60 * minute;
export const day = 24 * hour;

/** Steps between two lines of the time axis, milliseconds. */
const timeIncrements: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((step) => step * second),
  ...[1, 2, 5, 10, 15, 30].map((step) => step * minute),
  ...[1, 2, 3, 4, 6, 8, 12].map((step) => step * hour),
  ...[1, 2, 4, 7, 14, 28].map((step) => step * day),
];

const exponents = Array.from({ length: 16 }, (_, i) => i);

/** Steps between two lines of the axis: whole numbers for counts, binary for bytes, decimal for rates. */
const increments: Readonly<Record<ChartUnit, readonly number[]>> = {
  count: exponents.flatMap((exponent) => [1, 2, 5].map((step) => step * 10 ** exponent)),
  bytes: exponents
    .slice(0, 6)
    .flatMap((exponent) =>
      [1, 2, 4, 8, 16, 32, 64, 128, 256, 512].map((step) => step * 1024 ** exponent),
    ),
  rate: exponents.flatMap((exponent) => [1, 2, 5].map((step) => step * 10 ** (exponent - 3))),
};
