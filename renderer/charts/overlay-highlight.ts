import type uPlot from 'uplot';
import { lookOf } from './line-look.ts';
import { drawLabel, type LabelColors, type PlacedLabel, ratioOf } from './overlay-labels.ts';
import type { OverlayPicture } from './overlay-series.ts';

/** Colours as the canvas wants them. */
interface HighlightColors extends LabelColors {
  readonly surface: string;
}

/** Pixels of the page. */
const lineWidth = 3;
const haloWidth = 7;

/**
 * One line drawn once more over all others, thick, with a rim of the ground's colour and its name in bold: on a canvas of its own, so that the
 * dozen beneath need not be drawn again with each line that comes near the pointer.
 */
export function createHighlight(plot: uPlot, colors: HighlightColors) {
  const canvas = plot.root.ownerDocument.createElement('canvas');
  Object.assign(canvas.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    pointerEvents: 'none',
  });
  plot.ctx.canvas.after(canvas);
  const ctx = canvas.getContext('2d');
  return {
    /** Draws this line of the picture, or nothing. */
    draw(picture: OverlayPicture, line: number | null, labels: readonly PlacedLabel[]): void {
      if (ctx === null) return;
      const { width, height } = plot.ctx.canvas;
      // Setting a size clears, too.
      if (canvas.width !== width || canvas.height !== height)
        Object.assign(canvas, { width, height });
      else ctx.clearRect(0, 0, width, height);
      const shown = line === null ? undefined : picture.lines[line];
      if (shown === undefined) return;
      const { hue, dash } = lookOf(shown.look);
      const ratio = ratioOf(plot);
      ctx.save();
      ctx.beginPath();
      ctx.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
      ctx.clip();
      trace(ctx, plot, picture, shown.values);
      ctx.lineJoin = 'round';
      ctx.lineWidth = haloWidth * ratio;
      ctx.strokeStyle = colors.surface;
      ctx.stroke();
      ctx.lineWidth = lineWidth * ratio;
      ctx.setLineDash(shown.pale ? [] : dash.map((length) => length * ratio));
      ctx.strokeStyle = colors[hue];
      ctx.stroke();
      ctx.restore();
      const label = labels.find((each) => each.line === line);
      if (label === undefined) return;
      drawLabel(ctx, plot, label, colors, { bold: true, ground: colors.surface });
    },
  };
}

function trace(
  ctx: CanvasRenderingContext2D,
  plot: uPlot,
  { at }: OverlayPicture,
  values: readonly (number | null | undefined)[],
): void {
  ctx.beginPath();
  let drawing = false;
  for (const [i, value] of values.entries()) {
    // Only others were read at this time.
    if (value === undefined) continue;
    if (value === null) {
      drawing = false;
      continue;
    }
    const x = plot.valToPos(at[i] ?? 0, 'x', true);
    const y = plot.valToPos(value, 'y', true);
    if (drawing) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
    drawing = true;
  }
}
