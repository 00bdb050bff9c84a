import type uPlot from 'uplot';
import type { HourCycle } from '../../shared/texts/format.ts';
import { type ChartUnit, valueTicks } from './value-ticks.ts';

export { type ChartUnit, valueRange } from './value-ticks.ts';

/** Colours of axes, as the canvas wants them. */
export interface AxisColors {
  readonly grid: string;
  readonly text: string;
  readonly font: string;
}

const leastAxisWidth = 76;
const yAxisGap = 8;
const xAxisHeight = 22;

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
    space: hourCycle === 'h23' || hourCycle === 'h24' ? 66 : 88,
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
    size: (plot, labels: readonly string[] | null) => widthOf(plot.ctx, colors.font, labels ?? []),
    gap: yAxisGap,
    space: 1,
    // One step, of the whole axis or more, which the library always takes: `splits` says where the lines are.
    incrs: (_plot, _index, min, max) => [Math.max(5, max - min)],
    splits: (_plot, _index, min, max, step, space) => [
      ...valueTicks(min, max, (space * (max - min)) / step, unit),
    ],
    values: (_plot, splits) => splits.map(formatValue),
  };
}

/** Room for the longest label; with usual ones the same, so that charts below each other begin at one line. Pixels. */
function widthOf(
  context: CanvasRenderingContext2D,
  font: string,
  labels: readonly string[],
): number {
  context.font = font;
  const widths = labels.map((label) => context.measureText(label).width);
  return Math.ceil(Math.max(leastAxisWidth, yAxisGap + 4 + Math.max(0, ...widths)));
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
  ...[1, 2, 4, 7, 14, 28, 56, 91, 182, 365, 730].map((step) => step * day),
];
