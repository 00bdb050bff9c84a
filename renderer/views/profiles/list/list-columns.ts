import type { ListColumn } from '../../../../shared/model/app-info.ts';

/** Pixels, the least that a column needs; where there is more room all get of it. */
const widths: Readonly<Record<ListColumn, number>> = {
  state: 128,
  address: 150,
  transport: 110,
  user: 84,
  folder: 116,
  environment: 112,
  password: 96,
  tags: 110,
  interval: 74,
  opened: 96,
};

const nameWidth = 190;
/** Of the column with what can be done with each. */
export const actionsWidth = 98;

export function widthOf(column: ListColumn | 'name'): number {
  return column === 'name' ? nameWidth : widths[column];
}

/** The columns that fit into so many pixels, and the others, which then stand below the name. */
export function fitting(
  columns: readonly ListColumn[],
  width: number,
): { readonly beside: readonly ListColumn[]; readonly below: readonly ListColumn[] } {
  let left = width - nameWidth - actionsWidth;
  const beside = columns.filter((column) => {
    // None stands beside the name that comes after one that does not.
    left -= widths[column];
    return left >= 0;
  });
  return { beside, below: columns.slice(beside.length) };
}
