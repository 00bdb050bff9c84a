import type { ReportRow } from '../../../shared/report/table.ts';

/** By which column, and which way. */
export interface RowOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** The rows in this order, those without data last; as they are where there is none. */
export function sortedRows(
  rows: readonly ReportRow[],
  order: RowOrder | null,
  locale: string,
): readonly ReportRow[] {
  if (order === null) return rows;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const x = a.cells[order.column]?.key ?? null;
    const y = b.cells[order.column]?.key ?? null;
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return (
      sign *
      (typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y)))
    );
  });
}

/** The order after a click on the heading of a column: numbers begin with the greatest, and the second click turns it round. */
export function orderAfter(
  order: RowOrder | null,
  column: number,
  isNumber: boolean,
): RowOrder | null {
  return order?.column === column
    ? { column, descending: !order.descending }
    : { column, descending: isNumber };
}
