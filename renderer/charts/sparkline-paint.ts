import type { SparklineSeries } from './sparkline-series.ts';

/** Colours of a sparkline. */
export interface SparklineColors {
  readonly line: string;
  readonly fill: string;
  readonly grid: string;
}

/** Measures in pixels of the page; `ratio` is the device's pixels for one of them. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

const margin = 2;

/** Paints a whole sparkline: a base line, and on it each line with the area beneath. Without data the base line is dashed. */
export function paintSparkline(
  context: CanvasRenderingContext2D,
  { width, height, ratio }: Canvas,
  { lines, peak }: SparklineSeries,
  colors: SparklineColors,
): void {
  const bottom = height - margin;
  const x = (part: number): number => part * width;
  const y = (part: number): number => bottom - part * (bottom - margin);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineWidth = 1;
  context.strokeStyle = colors.grid;
  context.setLineDash(peak === null ? [3, 4] : []);
  context.beginPath();
  context.moveTo(0, bottom + 0.5);
  context.lineTo(width, bottom + 0.5);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1.5;
  context.lineJoin = 'round';
  context.strokeStyle = colors.line;
  for (const line of lines) {
    const first = line[0] ?? 0;
    const last = line[line.length - 2] ?? first;
    trace(context, line, x, y);
    context.stroke();
    context.lineTo(x(last), bottom);
    context.lineTo(x(first), bottom);
    context.fillStyle = colors.fill;
    context.fill();
    if (line.length === 2) dot(context, x(first), y(line[1] ?? 0), colors.line);
  }
}

function trace(
  context: CanvasRenderingContext2D,
  line: readonly number[],
  x: (part: number) => number,
  y: (part: number) => number,
): void {
  context.beginPath();
  for (let i = 0; i < line.length; i += 2) context.lineTo(x(line[i] ?? 0), y(line[i + 1] ?? 0));
}

/** A single reading between two gaps makes no line. */
function dot(context: CanvasRenderingContext2D, x: number, y: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, 1.5, 0, 2 * Math.PI);
  context.fill();
}
