import type uPlot from 'uplot';
import type { HourCycle } from '../../shared/texts/format.ts';
import { type AxisColors, type ChartUnit, timeAxis, valueAxis, valueRange } from './chart-axes.ts';
import { type ChartCursor, followCursor } from './chart-cursor.ts';
import { drawMarks, type MarkColors } from './chart-marks.ts';
import { drawBefore } from './chart-since.ts';
import type { TimeSpan } from './sparkline-series.ts';
import type { ChartPicture } from './time-chart-series.ts';

/** Colours as the canvas wants them. */
export interface ChartColors extends AxisColors, MarkColors {
  readonly line: string;
  readonly fill: string;
  readonly surface: string;
}

export interface ChartOptionsInput {
  readonly width: number;
  readonly height: number;
  readonly unit: ChartUnit;
  readonly colors: ChartColors;
  /** What all charts of the page point at. */
  readonly cursor: ChartCursor;
  /** The picture, read at every draw; null before there is one. */
  readonly picture: () => ChartPicture | null;
  readonly formatValue: (value: number) => string;
  readonly hourCycle: HourCycle;
  /** Epoch milliseconds on an axis whose lines lie `step` apart. */
  readonly formatTime: (at: number, step: number) => string;
  /** Says that the record begins then. */
  readonly saySince: (since: number) => string;
  /** The index of the point under the cursor, null without one. */
  readonly onCursor: (index: number | null) => void;
  /** A span was dragged over. */
  readonly onSpan: (span: TimeSpan) => void;
  /** Hears at every draw where the plot lies within the chart, pixels. */
  readonly onPlaced: (left: number, width: number) => void;
}

const lineWidth = 1.5;
/** A drag over less is a click, pixels. */
const leastDrag = 6;

/** Everything that the chart library is told: no legend, one axis of time, one of values, a band between min and max below the mean. */
export function timeChartOptions(input: ChartOptionsInput): uPlot.Options {
  const { colors, picture } = input;
  const edge = { stroke: 'transparent', width: 0, points: { show: false } };
  const { plugin } = followCursor(input.cursor);
  return {
    width: input.width,
    height: input.height,
    ms: 1,
    // Half of the last label of time is beyond the plot.
    padding: [10, 30, 0, 0],
    legend: { show: false },
    plugins: [plugin],
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: leastDrag },
      points: { size: 7, stroke: colors.line, fill: colors.surface, width: 2 },
    },
    scales: {
      x: { time: true, range: () => rangeOf(picture()) },
      y: { range: (_, min, max) => valueRange(min, max, input.unit) },
    },
    axes: [
      timeAxis(colors, input.hourCycle, input.formatTime),
      valueAxis(colors, input.unit, input.formatValue),
    ],
    series: [
      {},
      {
        stroke: colors.line,
        width: lineWidth,
        // Where there is no band the area below the line is filled.
        fill: () => (picture()?.min == null ? colors.fill : 'transparent'),
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
      drawClear: [(plot) => drawBefore(plot, picture()?.since ?? null, input.saySince, colors)],
      draw: [
        (plot) => drawMarks(plot, picture()?.marks ?? [], colors),
        (plot) => input.onPlaced(plot.over.offsetLeft, plot.over.clientWidth),
      ],
      setCursor: [(plot) => input.onCursor(plot.cursor.idx ?? null)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < leastDrag) return;
          const span = { from: plot.posToVal(left, 'x'), to: plot.posToVal(left + width, 'x') };
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          input.onSpan(span);
        },
      ],
    },
  };
}

function rangeOf(picture: ChartPicture | null): uPlot.Range.MinMax {
  return picture === null ? [0, 1] : [picture.from, picture.to];
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
