import type uPlot from 'uplot';
import type { AxisColors } from './chart-axes.ts';

/** Pixels of the page. */
const hatch = 8;
const margin = 6;

/** Hatches the time before the first reading of all, and says at its end since when there are readings: nothing there is no data, not zero. */
export function drawBefore(
  plot: uPlot,
  since: number | null,
  label: (since: number) => string,
  colors: AxisColors,
): void {
  const { ctx, bbox } = plot;
  if (since === null || plot.scales.x?.min == null || since <= plot.scales.x.min) return;
  const ratio = bbox.width / Math.max(1, plot.over.clientWidth);
  const width = Math.min(bbox.width, plot.valToPos(since, 'x', true) - bbox.left);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, width, bbox.height);
  ctx.clip();
  ctx.strokeStyle = colors.grid;
  ctx.lineWidth = ratio;
  ctx.setLineDash([]);
  ctx.beginPath();
  for (let x = -bbox.height; x < width; x += hatch * ratio) {
    ctx.moveTo(bbox.left + x, bbox.top + bbox.height);
    ctx.lineTo(bbox.left + x + bbox.height, bbox.top);
  }
  ctx.stroke();
  ctx.font = scaledFont(colors.font, ratio);
  ctx.fillStyle = colors.text;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'top';
  const text = label(since);
  // Where it does not fit, the table says it.
  if (ctx.measureText(text).width + 2 * margin * ratio <= width) {
    ctx.fillText(text, bbox.left + width - margin * ratio, bbox.top + margin * ratio);
  }
  ctx.restore();
}

/** The font in pixels of the device. */
export function scaledFont(font: string, ratio: number): string {
  return font.replace(/([\d.]{1,10})px/, (_, size: string) => `${Number(size) * ratio}px`);
}
