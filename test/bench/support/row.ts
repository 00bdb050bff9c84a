/** What a value is held to: itself, or its ratio to what was measured beside it. */
export interface Budget {
  readonly of: 'value' | 'ratio';
  readonly most: number;
}

/** One figure of a benchmark. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** A floor or a peer, measured in the same run, in the same unit. */
  readonly beside?: { readonly what: string; readonly value: number };
  readonly budget?: Budget;
}

/** A row with what follows from it. */
export interface JudgedRow extends Row {
  readonly benchmark: string;
  readonly ratio: number | null;
  readonly within: boolean | null;
}

export function judge(benchmark: string, row: Row): JudgedRow {
  const ratio = row.beside === undefined ? null : row.value / row.beside.value;
  const held = row.budget?.of === 'ratio' ? ratio : row.value;
  const within = row.budget === undefined || held === null ? null : held <= row.budget.most;
  return { benchmark, ...row, ratio, within };
}

const figure = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(3)));

function cells({ what, value, unit, beside, budget, ratio, within }: JudgedRow): string[] {
  const most = budget && `at most ${figure(budget.most)}${budget.of === 'ratio' ? ' ×' : ''}`;
  return [
    what,
    `${figure(value)} ${unit}`,
    beside === undefined ? '' : `${figure(beside.value)} ${unit} ${beside.what}`,
    ratio === null ? '' : `${figure(ratio)} ×`,
    most ?? '',
    within === null ? '' : within ? 'kept' : 'MISSED',
  ];
}

/** The rows of one benchmark as a table for people. */
export function table(rows: readonly JudgedRow[]): string {
  const lines = [['', 'measured', 'beside', 'ratio', 'budget', ''], ...rows.map(cells)];
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
