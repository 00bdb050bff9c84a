import type uPlot from 'uplot';
import { scaledFont } from './chart-since.ts';
import { placeLabels } from './label-places.ts';
import { type HueName, lookOf } from './line-look.ts';
import { lineEnd, type OverlayPicture } from './overlay-series.ts';

/** Colours as the canvas wants them. */
export interface LabelColors extends Readonly<Record<HueName, string>> {
  readonly font: string;
}

/** Pixels of the page. */
const labelHeight = 14;
const leader = 14;
const margin = 4;

/** The name of each line at its end, joined to it by a thin line where it had to move. The one that is `near` is bold, and the others are faint. */
export function drawLabels(
  plot: uPlot,
  picture: OverlayPicture,
  colors: LabelColors,
  near: number | null,
): void {
  const { ctx, bbox } = plot;
  const ratio = bbox.width / Math.max(1, plot.over.clientWidth);
  const right = bbox.left + bbox.width;
  const ends = picture.lines.flatMap(({ name, values, look, pale }, line) => {
    // The read-out and the table have the names of those of another time; here they would say each name twice.
    if (pale) return [];
    const index = lineEnd(picture, line);
    const value = values[index];
    const at = picture.at[index];
    if (value == null || at === undefined) return [];
    const x = Math.min(right, plot.valToPos(at, 'x', true));
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
  const width = ctx.canvas.width - right - (leader + 2 * margin) * ratio;
  ctx.save();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineWidth = ratio;
  for (const [i, { line, look, name, x, y }] of ends.entries()) {
    const place = places[i] ?? y;
    ctx.globalAlpha = near === null || near === line ? 1 : 0.35;
    const font = scaledFont(colors.font, ratio);
    ctx.font = near === line ? `600 ${font}` : font;
    ctx.strokeStyle = ctx.fillStyle = colors[lookOf(look).hue];
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(Math.max(x, right) + margin * ratio, y);
    ctx.lineTo(right + leader * ratio, place);
    ctx.stroke();
    ctx.fillText(shortened(ctx, name, width), right + (leader + margin) * ratio, place);
  }
  ctx.restore();
}

/** What was shortened before: a picture is drawn again with each line that comes near the pointer, and its names are the same. */
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
