/** So many tiles fit on one page, and how they lie on it. */
export interface WallGrid {
  readonly columns: number;
  readonly rows: number;
}

/** Pixels. */
export const wallGap = 10;
const narrowest = 250;
const lowest = 108;

/** Width for a height of one that a tile has best. */
const bestShape = 2.2;

/** As many as there are, each as large as it can be; and no more than can be read from afar. */
export function wallGrid(
  tiles: number,
  { width, height }: { readonly width: number; readonly height: number },
): WallGrid {
  const along = (size: number, least: number): number =>
    Math.max(1, Math.floor((size + wallGap) / (least + wallGap)));
  const most = { columns: along(width, narrowest), rows: along(height, lowest) };
  if (tiles === 0 || tiles >= most.columns * most.rows) return most;
  const best = Math.ceil(Math.sqrt((tiles * width) / (height * bestShape)));
  const columns = Math.min(most.columns, Math.max(best, Math.ceil(tiles / most.rows)));
  return { columns, rows: Math.ceil(tiles / columns) };
}

/** Of so many tiles the pages: all are of one length but the last, and none is empty but the only one. */
export function pageCount(tiles: number, { columns, rows }: WallGrid): number {
  return Math.max(1, Math.ceil(tiles / (columns * rows)));
}

export function onPage<T>(tiles: readonly T[], page: number, grid: WallGrid): readonly T[] {
  const size = grid.columns * grid.rows;
  return tiles.slice(page * size, (page + 1) * size);
}
