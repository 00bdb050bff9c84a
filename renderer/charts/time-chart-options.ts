import type uPlot from 'uplot';
import type { HourCycle } from '../../shared/texts/format.ts';
import type { ChartMark } from './time-chart-series.ts';

/** Colours as the canvas wants them. */
export interface ChartColors {
  readonly line: string;
  readonly fill: string;
  readonly grid: string;
  readonly text: string;
  readonly surface: string;
  readonly restart: string;
  readonly change: string;
  readonly font: string;
}

/** What the numbers are: decides where the axis has its lines. */
export type ChartUnit = 'count' | 'bytes' | 'rate';

export interface ChartOptionsInput {
  readonly width: number;
  readonly height: number;
  readonly unit: ChartUnit;
  readonly colors: ChartColors;
  /** Charts of one key share their cursor. */
  readonly cursorKey: string;
  /** The picture's range, epoch milliseconds, read at every draw. */
  readonly range: () => readonly [from: number, to: number];
  readonly marks: () => readonly ChartMark[];
  /** Whether there is a band; where there is none the area below the line is filled. */
  readonly banded: () => boolean;
  readonly formatValue: (value: number) => string;
  readonly hourCycle: HourCycle;
  /** Epoch milliseconds as clock time; with seconds where lines lie closer than a minute. */
  readonly formatTime: (at: number, seconds: boolean) => string;
  /** The index of the point under the cursor, null without one. */
  readonly onCursor: (index: number | null) => void;
}

const yAxisWidth = 76;
const xAxisHeight = 26;
const lineWidth = 1.5;

/** Everything that the chart library is told: no legend, one axis of time, one of values, a band between min and max below the mean. */
export function timeChartOptions(input: ChartOptionsInput): uPlot.Options {
  const { colors } = input;
  const edge = { stroke: 'transparent', width: 0, points: { show: false } };
  const axis = {
    stroke: colors.text,
    font: colors.font,
    grid: { stroke: colors.grid, width: 1 },
    ticks: { show: false },
  };
  return {
    width: input.width,
    height: input.height,
    ms: 1,
    padding: [10, 24, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 7, stroke: colors.line, fill: colors.surface, width: 2 },
      sync: { key: input.cursorKey },
    },
    scales: {
      x: { time: true, range: () => [...input.range()] },
      y: { range: (_, min, max) => valueRange(min, max, input.unit) },
    },
    axes: [
      {
        ...axis,
        size: xAxisHeight,
        gap: 6,
        space: input.hourCycle === 'h23' || input.hourCycle === 'h24' ? 58 : 84,
        incrs: [...timeIncrements],
        values: (_plot, splits, _axis, _space, step) =>
          splits.map((at) => input.formatTime(at, step < minute)),
      },
      {
        ...axis,
        size: yAxisWidth,
        gap: 8,
        space: 34,
        incrs: [...increments[input.unit]],
        values: (_plot, splits) => splits.map(input.formatValue),
      },
    ],
    series: [
      {},
      {
        stroke: colors.line,
        width: lineWidth,
        fill: () => (input.banded() ? 'transparent' : colors.fill),
        spanGaps: false,
        points: {
          show: false,
          size: 4,
          fill: colors.line,
          filter: (plot) => lonePoints(plot.data[1] ?? []),
        },
      },
      edge,
      edge,
    ],
    bands: [{ series: [3, 2], fill: colors.fill }],
    hooks: {
      draw: [(plot) => drawMarks(plot, input.marks(), colors)],
      setCursor: [(plot) => input.onCursor(plot.cursor.idx ?? null)],
    },
  };
}

/** The points between two gaps, which no line shows. */
export function lonePoints(values: ArrayLike<number | null | undefined>): number[] {
  const lone: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] == null) continue;
    if (values[i - 1] == null && values[i + 1] == null) lone.push(i);
  }
  return lone;
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
const minute = 60 * second;
const hour = 60 * minute;

/** Steps between two lines of the time axis, milliseconds. */
const timeIncrements: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((step) => step * second),
  ...[1, 2, 5, 10, 15, 30].map((step) => step * minute),
  ...[1, 2, 3, 4, 6, 8, 12, 24].map((step) => step * hour),
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

/** A dashed line for a restart, a solid one for a change, each with its own sign on top: told apart without colour. */
function drawMarks(plot: uPlot, marks: readonly ChartMark[], colors: ChartColors): void {
  const { ctx, bbox } = plot;
  const ratio = bbox.width / Math.max(1, plot.over.clientWidth);
  for (const mark of marks) {
    const x = Math.round(plot.valToPos(mark.at, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const restart = mark.kind === 'restart';
    ctx.save();
    ctx.strokeStyle = restart ? colors.restart : colors.change;
    ctx.fillStyle = ctx.strokeStyle;
    ctx.lineWidth = ratio;
    ctx.setLineDash(restart ? [4 * ratio, 3 * ratio] : []);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.beginPath();
    const size = 4 * ratio;
    if (restart) {
      ctx.moveTo(x - size, bbox.top - size);
      ctx.lineTo(x + size, bbox.top - size);
      ctx.lineTo(x, bbox.top + size);
    } else {
      ctx.moveTo(x, bbox.top - size);
      ctx.lineTo(x + size, bbox.top);
      ctx.lineTo(x, bbox.top + size);
      ctx.lineTo(x - size, bbox.top);
    }
    ctx.fill();
    ctx.restore();
  }
}
