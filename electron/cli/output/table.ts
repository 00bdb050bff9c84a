import stringWidth from 'string-width';

/** Rows of cells as aligned lines, without line ends. `right` are the columns whose cells are numbers. */
export function table(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
  }
  return rows.map((row) => line(row, widths, right));
}

/** One row at these widths, in columns of a terminal; a cell that is wider moves the rest. */
export function line(
  row: readonly string[],
  widths: readonly number[],
  right: ReadonlySet<number> = new Set(),
): string {
  return row
    .map((cell, column) => {
      // A letter may take two columns of a terminal, or several code units one.
      const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
      return right.has(column) ? padding + cell : cell + padding;
    })
    .join('  ')
    .trimEnd();
}
