/** Pixels of a cell, and what there is room for in it. */
export interface CellSize {
  readonly width: number;
  readonly height: number;
  readonly shows: 'name-and-value' | 'value' | 'mark';
}

/** Pixels between two cells. */
export const cellGap = 2;

/** From the largest on. The last two are smaller than a finger, for what would else not be on one screen. */
const sizes: readonly CellSize[] = [
  { width: 148, height: 60, shows: 'name-and-value' },
  { width: 120, height: 52, shows: 'name-and-value' },
  { width: 100, height: 44, shows: 'name-and-value' },
  { width: 84, height: 40, shows: 'name-and-value' },
  { width: 74, height: 26, shows: 'value' },
  { width: 62, height: 24, shows: 'value' },
  { width: 46, height: 24, shows: 'mark' },
  { width: 36, height: 24, shows: 'mark' },
  { width: 30, height: 22, shows: 'mark' },
  { width: 24, height: 22, shows: 'mark' },
  { width: 22, height: 18, shows: 'mark' },
  { width: 20, height: 14, shows: 'mark' },
];

export function cellColumns({ width }: CellSize, room: number): number {
  return Math.max(1, Math.floor((room + cellGap) / (width + cellGap)));
}

/** The largest cell with which groups of so many, each with so much above it, are within the room; the smallest where none is. */
export function cellSizeFor(
  counts: readonly number[],
  room: { readonly width: number; readonly height: number },
  aboveGroup: number,
): CellSize {
  const fits = (size: CellSize): boolean => {
    const columns = cellColumns(size, room.width);
    const rows = counts.reduce((sum, count) => sum + Math.ceil(count / columns), 0);
    return rows * (size.height + cellGap) + counts.length * aboveGroup <= room.height;
  };
  const found = sizes.find(fits) ?? sizes.at(-1);
  if (found === undefined) throw new Error('a cell has no size');
  return found;
}
