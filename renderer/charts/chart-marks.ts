import type uPlot from 'uplot';
import type { ChartMark } from './time-chart-series.ts';

/** Colours of marks, as the canvas wants them. */
export interface MarkColors {
  readonly restart: string;
  readonly change: string;
}

/** A dashed line for a restart, a solid one for a change, each with its own sign on top, a hollow one for a change by others: told apart without colour. */
export function drawMarks(plot: uPlot, marks: readonly ChartMark[], colors: MarkColors): void {
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
    if (mark.kind === 'elsewhere') {
      ctx.closePath();
      ctx.stroke();
    } else ctx.fill();
    ctx.restore();
  }
}
