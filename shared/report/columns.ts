/** The columns of each table of a report, in their order. */
export const reportColumns = {
  proxies: [
    'name',
    'folder',
    'availability',
    'down',
    'outages',
    'unwatched',
    'restarts',
    'bytes',
    'accesses',
    'connections',
    'roundTrip',
    'answered',
    'changes',
    'alerts',
  ],
  odd: ['name', 'trait', 'value', 'usual', 'score'],
  changes: ['at', 'name', 'setting', 'from', 'to', 'who', 'outcome'],
  alerts: ['at', 'name', 'what', 'lasted', 'acknowledged'],
} as const;
export type ReportTableName = keyof typeof reportColumns;

type Columns = typeof reportColumns;

/** Those that hold numbers: they stand at the right. */
const numberColumns: {
  readonly [Table in ReportTableName]: readonly Columns[Table][number][];
} = {
  proxies: [
    'availability',
    'down',
    'outages',
    'unwatched',
    'restarts',
    'bytes',
    'accesses',
    'connections',
    'roundTrip',
    'answered',
    'changes',
    'alerts',
  ],
  odd: ['value', 'usual', 'score'],
  changes: [],
  alerts: ['lasted'],
};

/** The columns of a table in their order, and which of them heads its rows: that of the name. */
export function columnsOf(name: ReportTableName): {
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly headColumn: number;
} {
  const names: readonly string[] = reportColumns[name];
  const numbers: readonly string[] = numberColumns[name];
  return {
    columns: names.map((column) => ({ name: column, isNumber: numbers.includes(column) })),
    headColumn: names.indexOf('name'),
  };
}
