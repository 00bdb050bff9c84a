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

/** Those that hold numbers: they stand at the right. */
export const numberColumns: ReadonlySet<string> = new Set([
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
  'value',
  'usual',
  'score',
  'lasted',
]);

/** Whether a column of a table holds numbers. */
export function isNumberColumn(table: ReportTableName, column: string): boolean {
  return (
    numberColumns.has(column) || (table === 'proxies' && ['changes', 'alerts'].includes(column))
  );
}
