import type { SmallPicture } from './multiples-series.ts';
import type { ChartMark } from './time-chart-series.ts';

/** Colours of a small picture. */
export interface SmallColors {
  readonly line: string;
  readonly fill: string;
  readonly pale: string;
  readonly grid: string;
  readonly restart: string;
  readonly change: string;
}

/** Measures in pixels of the page; `ratio` is the device's pixels for one of them. */
interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

const margin = 2;
const signSize = 3;

/** Paints a whole small picture: a base line, dashed where there is no data, the other time thin, the line with the area beneath, and the signs of marks. */
export function paintSmall(
  context: CanvasRenderingContext2D,
  { width, height, ratio }: Canvas,
  { lines, pale, peak, marks }: SmallPicture,
  colors: SmallColors,
): void {
  const bottom = height - margin;
  const place = (line: readonly number[], i: number): [number, number] => [
    (line[i] ?? 0) * width,
    bottom - (line[i + 1] ?? 0) * (bottom - margin),
  ];
  const trace = (line: readonly number[]): void => {
    context.beginPath();
    for (let i = 0; i < line.length; i += 2) context.lineTo(...place(line, i));
  };
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineJoin = 'round';
  context.lineWidth = 1;
  context.strokeStyle = colors.grid;
  context.setLineDash(peak === null ? [3, 4] : []);
  context.beginPath();
  context.moveTo(0, bottom + 0.5);
  context.lineTo(width, bottom + 0.5);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = colors.fill;
  for (const line of lines) {
    const [first = 0] = line;
    trace(line);
    context.lineTo((line.at(-2) ?? first) * width, bottom);
    context.lineTo(first * width, bottom);
    context.fill();
  }
  context.strokeStyle = colors.pale;
  for (const line of pale) {
    trace(line);
    context.stroke();
  }
  context.lineWidth = 1.5;
  context.strokeStyle = context.fillStyle = colors.line;
  for (const line of lines) {
    trace(line);
    context.stroke();
    // A single reading between two gaps makes no line.
    if (line.length === 2) dot(context, ...place(line, 0));
  }
  for (const { kind, x } of marks) sign(context, kind, x * width, colors);
}

function dot(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.arc(x, y, 1.5, 0, 2 * Math.PI);
  context.fill();
}

/** As on the large chart: a triangle for a restart, a diamond for a change, a hollow one for a change by others. */
function sign(
  context: CanvasRenderingContext2D,
  kind: ChartMark['kind'],
  x: number,
  colors: SmallColors,
): void {
  context.fillStyle = kind === 'restart' ? colors.restart : colors.change;
  context.beginPath();
  if (kind === 'restart') {
    context.moveTo(x - signSize, 0);
    context.lineTo(x + signSize, 0);
    context.lineTo(x, 2 * signSize);
  } else {
    context.moveTo(x, 0);
    context.lineTo(x + signSize, signSize);
    context.lineTo(x, 2 * signSize);
    context.lineTo(x - signSize, signSize);
  }
  if (kind !== 'elsewhere') {
    context.fill();
    return;
  }
  context.closePath();
  context.lineWidth = 1;
  context.strokeStyle = colors.change;
  context.stroke();
}
