import type uPlot from 'uplot';
import type { HourCycle } from '../../shared/texts/format.ts';
import { type ChartUnit, minute, timeAxis, valueAxis, valueRange } from './chart-axes.ts';
import { drawMarks } from './chart-marks.ts';
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

const lineWidth = 1.5;

/** Everything that the chart library is told: no legend, one axis of time, one of values, a band between min and max below the mean. */
export function timeChartOptions(input: ChartOptionsInput): uPlot.Options {
  const { colors } = input;
  const edge = { stroke: 'transparent', width: 0, points: { show: false } };
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
      timeAxis(colors, input.hourCycle, (at, step) => input.formatTime(at, step < minute)),
      valueAxis(colors, input.unit, input.formatValue),
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

/** The points between two gaps, which no line shows. An undefined value is no gap: only other series have a point there. */
export function lonePoints(values: ArrayLike<number | null | undefined>): number[] {
  const lone: number[] = [];
  let before: number | null = null;
  let last: number | null = null;
  for (let i = 0; i <= values.length; i++) {
    const value = i < values.length ? values[i] : null;
    if (value === undefined) continue;
    if (value === null && last !== null && before === null) lone.push(last);
    before = value === null ? null : last;
    last = value === null ? null : i;
  }
  return lone;
}
