import type uPlot from 'uplot';
import { scaledFont } from './chart-since.ts';
import { placeLabels } from './label-places.ts';
import { type HueName, lookOf } from './line-look.ts';
import { lineEnd, type OverlayPicture } from './overlay-series.ts';

/** Colours as the canvas wants them. */
export interface LabelColors extends Readonly<Record<HueName, string>> {
  readonly font: string;
}

/** The name of a line and where it stands, all in pixels of the canvas. */
export interface PlacedLabel {
  readonly line: number;
  readonly look: number;
  readonly name: string;
  /** Where the line ends. */
  readonly x: number;
  readonly y: number;
  /** The middle of the name. */
  readonly place: number;
}

/** Pixels of the page. */
const labelHeight = 14;
const leader = 14;
const margin = 4;

/** Where the name of each line stands, so that none covers another. Those of another time have none: the read-out and the table name them. */
export function labelsOf(plot: uPlot, picture: OverlayPicture): readonly PlacedLabel[] {
  const { bbox } = plot;
  const ratio = ratioOf(plot);
  const ends = picture.lines.flatMap(({ name, values, look, pale }, line) => {
    const index = lineEnd(picture, line);
    const value = values[index];
    const at = picture.at[index];
    if (pale || value == null || at === undefined) return [];
    const x = Math.min(bbox.left + bbox.width, plot.valToPos(at, 'x', true));
    return [{ line, look, name, x, y: plot.valToPos(value, 'y', true) }];
  });
  const places = placeLabels(
    ends.map(({ y }) => y),
    {
      top: bbox.top - 8 * ratio,
      bottom: bbox.top + bbox.height + 8 * ratio,
      height: labelHeight * ratio,
    },
  );
  return ends.map((end, i) => ({ ...end, place: places[i] ?? end.y }));
}

/** The name of a line at its end, joined to it by a thin line where it had to move. */
export function drawLabel(
  ctx: CanvasRenderingContext2D,
  plot: uPlot,
  { look, name, x, y, place }: PlacedLabel,
  colors: LabelColors,
  { bold, ground }: { readonly bold: boolean; readonly ground: string | null },
): void {
  const ratio = ratioOf(plot);
  const right = plot.bbox.left + plot.bbox.width;
  const start = right + (leader + margin) * ratio;
  const width = ctx.canvas.width - start - margin * ratio;
  const font = scaledFont(colors.font, ratio);
  ctx.save();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineWidth = ratio;
  ctx.font = bold ? `600 ${font}` : font;
  const text = shortened(ctx, name, width);
  if (ground !== null) {
    ctx.fillStyle = ground;
    const height = labelHeight * ratio;
    ctx.fillRect(start, place - height / 2, width + margin * ratio, height);
  }
  ctx.strokeStyle = ctx.fillStyle = colors[lookOf(look).hue];
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(Math.max(x, right) + margin * ratio, y);
  ctx.lineTo(right + leader * ratio, place);
  ctx.stroke();
  ctx.fillText(text, start, place);
  ctx.restore();
}

/** Pixels of the device for one of the page. */
export function ratioOf({ ctx, width }: uPlot): number {
  return ctx.canvas.width / width;
}

/** What was shortened before: a picture is drawn again and again, and its names are the same. */
const known = new Map<string, string>();
const mostKnown = 500;

/** As much of a name as fits. */
function shortened(ctx: CanvasRenderingContext2D, name: string, width: number): string {
  const key = `${ctx.font} ${Math.floor(width)} ${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const text = fitting(ctx, name, width);
  known.set(key, text);
  return text;
}

function fitting(ctx: CanvasRenderingContext2D, name: string, width: number): string {
  if (ctx.measureText(name).width <= width) return name;
  const letters = [...name];
  while (letters.length > 1 && ctx.measureText(`${letters.join('')}…`).width > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
