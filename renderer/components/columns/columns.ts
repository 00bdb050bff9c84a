/** The columns with this one so many places on. */
export function moved<Column extends string>(
  columns: readonly Column[],
  column: Column,
  by: number,
): readonly Column[] {
  const from = columns.indexOf(column);
  const to = Math.max(0, Math.min(columns.length - 1, from + by));
  if (from < 0 || from === to) return columns;
  const rest = columns.filter((each) => each !== column);
  return [...rest.slice(0, to), column, ...rest.slice(to)];
}

/** The columns with this one, at the end, or without it. */
export function toggled<Column extends string>(
  columns: readonly Column[],
  column: Column,
): readonly Column[] {
  return columns.includes(column)
    ? columns.filter((each) => each !== column)
    : [...columns, column];
}
