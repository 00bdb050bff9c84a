import type uPlot from 'uplot';
import type { HourCycle } from '../../shared/texts/format.ts';
import { type AxisColors, type ChartUnit, timeAxis, valueAxis, valueRange } from './chart-axes.ts';
import { type ChartCursor, followCursor } from './chart-cursor.ts';
import { drawMarks, type MarkColors } from './chart-marks.ts';
import { drawBefore } from './chart-since.ts';
import { lookOf, paleColor } from './line-look.ts';
import { createHighlight } from './overlay-highlight.ts';
import { drawLabel, type LabelColors, labelsOf, type PlacedLabel } from './overlay-labels.ts';
import { type OverlayPicture, pointBefore } from './overlay-series.ts';
import type { TimeSpan } from './sparkline-series.ts';
import { lonePoints } from './time-chart-options.ts';

/** Colours as the canvas wants them. */
export interface OverlayColors extends AxisColors, MarkColors, LabelColors {
  readonly surface: string;
}

export interface OverlayOptionsInput {
  readonly width: number;
  readonly height: number;
  readonly unit: ChartUnit;
  readonly colors: OverlayColors;
  /** What all charts of the page point at. */
  readonly cursor: ChartCursor;
  /** Of each line, which looks it has, and whether it is of another time. */
  readonly looks: readonly { readonly look: number; readonly pale: boolean }[];
  /** The picture, read at every draw. */
  readonly picture: () => OverlayPicture;
  readonly formatValue: (value: number) => string;
  readonly hourCycle: HourCycle;
  /** Says that there are readings since a time, epoch milliseconds. */
  readonly saySince: (since: number) => string;
  /** Epoch milliseconds on an axis whose lines lie `step` apart. */
  readonly formatTime: (at: number, step: number) => string;
  /** Hears at each draw where the plot lies in what holds it, pixels. */
  readonly onPlaced: (left: number, width: number) => void;
  /** The index of the time under the cursor, null without one. */
  readonly onCursor: (index: number | null) => void;
  /** The line that stands out, whoever says so; -1 without one. */
  readonly highlighted: () => number;
  /** The line that is near the pointer, null without one. `own` is false while the pointer is on another chart. */
  readonly onNear: (line: number | null, own: boolean) => void;
  /** A span was dragged over. */
  readonly onSpan: (span: TimeSpan) => void;
}

const labelWidth = 132;
const lineWidth = 1.75;
const paleWidth = 1.25;
/** A line this near the pointer is meant by it, pixels. */
const nearPixels = 24;
/** A drag over less is a click, pixels. */
const leastDrag = 6;

/** All that the chart library is told: a line with its own hue and dash for each proxy, its name at its end, and no legend. */
export function overlayOptions(input: OverlayOptionsInput): uPlot.Options {
  const { colors, picture } = input;
  let near: number | null = null;
  let labels: readonly PlacedLabel[] = [];
  let highlight: ReturnType<typeof createHighlight> | null = null;
  const drawNear = (): void => highlight?.draw(picture(), near, labels);
  const { plugin, isFollowing } = followCursor(input.cursor);
  return {
    width: input.width,
    height: input.height,
    ms: 1,
    padding: [12, labelWidth, 0, 0],
    legend: { show: false },
    // The line that is near is drawn once more on top; the others are not drawn again for it.
    focus: { alpha: 1 },
    plugins: [plugin],
    cursor: {
      y: false,
      focus: {
        prox: nearPixels,
        dist: (_plot, series, _index, value, pointer) => {
          if (!isFollowing()) return value - pointer;
          return series - 1 === input.highlighted() ? 0 : Number.POSITIVE_INFINITY;
        },
      },
      drag: { x: true, y: false, setScale: false, dist: leastDrag },
      points: { size: 6, one: true },
      dataIdx: (_plot, series, index) => {
        const own = series === 0 ? index : pointBefore(picture(), series - 1, index);
        return own < 0 ? index : own;
      },
    },
    scales: {
      x: { time: true, range: () => [picture().from, picture().to] },
      y: { range: (_, min, max) => valueRange(min, max, input.unit) },
    },
    axes: [
      timeAxis(colors, input.hourCycle, input.formatTime),
      valueAxis(colors, input.unit, input.formatValue),
    ],
    series: [{}, ...input.looks.map((line) => seriesOf(line, colors))],
    hooks: {
      init: [
        (plot) => {
          highlight = createHighlight(plot, colors);
        },
      ],
      drawClear: [(plot) => drawBefore(plot, picture().since, input.saySince, colors)],
      draw: [
        (plot) => drawMarks(plot, picture().marks, colors),
        (plot) => {
          labels = labelsOf(plot, picture());
          for (const label of labels) {
            drawLabel(plot.ctx, plot, label, colors, { bold: false, ground: null });
          }
          drawNear();
        },
        (plot) => tellPlace(plot, input.onPlaced),
      ],
      setCursor: [(plot) => input.onCursor(plot.cursor.idx ?? null)],
      setSeries: [
        (_plot, series) => {
          const line = series === null ? null : series - 1;
          if (line === near) return;
          near = line;
          drawNear();
          input.onNear(near, !isFollowing());
        },
      ],
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

function seriesOf(
  { look, pale }: OverlayOptionsInput['looks'][number],
  colors: OverlayColors,
): uPlot.Series {
  const { hue, dash } = lookOf(look);
  const color = pale ? paleColor(colors[hue]) : colors[hue];
  return {
    stroke: color,
    width: pale ? paleWidth : lineWidth,
    dash: pale ? [] : [...dash],
    spanGaps: false,
    points: {
      show: false,
      size: 4,
      fill: color,
      filter: (plot, series) => lonePoints(plot.data[series] ?? []),
    },
  };
}

/** Reckoned from the canvas: asking the page would have it laid out at each draw. */
function tellPlace({ bbox, ctx, width }: uPlot, tell: (left: number, width: number) => void): void {
  const ratio = ctx.canvas.width / width;
  tell(bbox.left / ratio, bbox.width / ratio);
}
