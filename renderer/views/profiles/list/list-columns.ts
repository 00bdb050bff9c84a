import type { ListColumn } from '../../../../shared/model/preference-words.ts';

/** Pixels, the least that a column needs; where there is more room all get of it. */
const widths: Readonly<Record<ListColumn, number>> = {
  state: 158,
  address: 170,
  transport: 120,
  user: 88,
  folder: 116,
  environment: 112,
  password: 100,
  tags: 110,
  interval: 74,
  opened: 96,
};

/** Of the name: beside all of the columns, and where the rest of them stands below it. */
const nameWidths = { one: 236, more: 280 } as const;

/** Of the column with what can be done with each. */
export const actionsWidth = 98;

export function widthOf(column: ListColumn): number {
  return widths[column];
}

/** What stands where in a row. */
export interface Fitting {
  /** Pixels, the least that the name gets. */
  readonly name: number;
  readonly beside: readonly ListColumn[];
  /** What there is no room for beside the name: in lines below it. What must never be cut off comes first. */
  readonly below: readonly (readonly ListColumn[])[];
}

/** Without these words nobody should touch a proxy: they are written in full, wherever they stand. */
export const inFull: ReadonlySet<ListColumn> = new Set(['state', 'environment', 'password']);

/** What fits into so many pixels, and what then stands below the name. */
export function fitting(columns: readonly ListColumn[], width: number): Fitting {
  const needed = columns.reduce((sum, column) => sum + widths[column], actionsWidth);
  if (needed + nameWidths.one <= width) return { name: nameWidths.one, beside: columns, below: [] };
  let left = width - nameWidths.more - actionsWidth;
  const beside = columns.filter((column) => {
    // None stands beside the name that comes after one that does not.
    left -= widths[column];
    return left >= 0;
  });
  const others = columns.slice(beside.length);
  const state = others.filter((column) => column === 'state');
  const full = others.filter((column) => inFull.has(column) && column !== 'state');
  const rest = others.filter((column) => !inFull.has(column));
  // An address needs a line; what is shorter stands behind the words that are written in full.
  const below = rest.includes('address') ? [state, full, rest] : [state, [...full, ...rest]];
  const name = Math.min(nameWidths.more, width - actionsWidth);
  return { name, beside, below: below.filter((line) => line.length > 0) };
}
