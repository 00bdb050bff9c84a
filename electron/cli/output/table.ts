/** Rows of cells as aligned lines, without line ends. `right` are the columns whose cells are numbers. */
export function table(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows.map((row) => line(row, widths, right));
}

/** One row at these widths; a cell that is wider moves the rest. */
export function line(
  row: readonly string[],
  widths: readonly number[],
  right: ReadonlySet<number> = new Set(),
): string {
  return row
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return right.has(column) ? cell.padStart(width) : cell.padEnd(width);
    })
    .join('  ')
    .trimEnd();
}
