import type { HistoryRange, Span } from '../../shared/model/history.ts';

const bands = [
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'roundTripMs',
  'missed',
] as const;
const values = ['min', 'mean', 'max'] as const;

type Columns = Pick<HistoryRange, 'at' | (typeof bands)[number]>;

/** A part of a history: its points, which lie in buckets of so many milliseconds that begin at whole multiples of that. */
export interface Piece {
  readonly columns: Columns;
  readonly width: number;
}

interface Point {
  readonly piece: Piece;
  readonly index: number;
  /** The bucket that it stands for, epoch milliseconds. */
  readonly from: number;
  readonly to: number;
}

/**
 * Puts the points of pieces together, those of an earlier one first: of a later one there are those whose buckets touch none of an earlier one, so
 * that no time is drawn twice. Where there is nothing between two points a point without data interrupts the line, as it did in their piece, or
 * where those of two pieces lie far apart. `spansOf` tells in which spans the points of a piece lie.
 */
export function joined(pieces: readonly Piece[]): {
  readonly columns: Columns;
  readonly spansOf: (piece: Piece) => Span[];
} {
  let points: readonly Point[] = [];
  for (const piece of pieces) points = merged(points, dataOf(piece));
  const columns = emptyColumns();
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const gap = before === undefined ? null : gapBetween(before, point);
    if (gap !== null) push(columns, gap, null);
    push(columns, point.piece.columns.at[point.index] ?? point.from, point);
  }
  return { columns, spansOf: (piece) => spansOf(points, piece) };
}

function dataOf(piece: Piece): readonly Point[] {
  const { columns, width } = piece;
  return columns.at.flatMap((at, index) => {
    if (!hasData(columns, index)) return [];
    const from = Math.floor(at / width) * width;
    return [{ piece, index, from, to: from + width }];
  });
}

function hasData(columns: Columns, index: number): boolean {
  return bands.some((band) => (columns[band].mean[index] ?? null) !== null);
}

/** Both in their order; of the others those that touch none of the first. */
function merged(points: readonly Point[], others: readonly Point[]): readonly Point[] {
  let next = 0;
  const free = others.filter(({ from, to }) => {
    while (next < points.length && (points[next]?.to ?? 0) <= from) next++;
    const point = points[next];
    return point === undefined || point.from >= to;
  });
  return [...points, ...free].sort((a, b) => a.from - b.from);
}

/** When the line is interrupted between two points; null where it is not. */
function gapBetween(before: Point, point: Point): number | null {
  if (before.piece === point.piece) {
    const { columns } = point.piece;
    const isInterrupted = point.index - before.index > 1;
    return isInterrupted ? (columns.at[before.index + 1] ?? null) : null;
  }
  const width = Math.max(before.piece.width, point.piece.width);
  return point.from - before.to > 2 * width ? before.to : null;
}

function spansOf(points: readonly Point[], piece: Piece): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const [index, point] of points.entries()) {
    if (point.piece !== piece) continue;
    const last = spans.at(-1);
    if (last !== undefined && points[index - 1]?.piece === piece) last.to = point.to;
    else spans.push({ from: point.from, to: point.to });
  }
  return spans;
}

function emptyColumns(): Columns {
  const band = () => ({ min: [], mean: [], max: [] });
  return {
    at: [],
    connections: band(),
    bytesPerSecond: band(),
    accessesPerSecond: band(),
    roundTripMs: band(),
    missed: band(),
  };
}

function push(columns: Columns, at: number, point: Point | null): void {
  columns.at.push(at);
  for (const band of bands)
    for (const value of values)
      columns[band][value].push(point?.piece.columns[band][value][point.index] ?? null);
}

/** The points from one place (inclusive) to another (exclusive). */
export function part(columns: Columns, from: number, to: number): Columns {
  const found = emptyColumns();
  found.at.push(...columns.at.slice(from, to));
  for (const band of bands)
    for (const value of values) found[band][value].push(...columns[band][value].slice(from, to));
  return found;
}
