import type { Estimate, Pair } from './steady.ts';

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
  /** Which way it becomes better; less is, unless told. */
  readonly better?: 'more' | 'neither';
  /** What is known of the value where it is a median, and of its ratio where both took turns. */
  readonly spread?: { readonly value: Estimate; readonly ratio?: Estimate };
}

/** A row with what follows from it. */
export interface JudgedRow extends Row {
  readonly benchmark: string;
  readonly ratio: number | null;
  readonly within: boolean | null;
}

export function judge(benchmark: string, row: Row): JudgedRow {
  const ratio =
    row.spread?.ratio?.value ?? (row.beside === undefined ? null : row.value / row.beside.value);
  const held = row.budget?.of === 'ratio' ? ratio : row.value;
  const within = row.budget === undefined || held === null ? null : held <= row.budget.most;
  return { benchmark, ...row, ratio, within };
}

/** A median, and what is known of it. */
export const ofEstimate = (value: Estimate): Pick<Row, 'value' | 'spread'> => ({
  value: value.value,
  spread: { value },
});

/** What took turns with a floor, which `what` names; `scale` is the unit's share of what was measured. */
export function ofPair(
  { ours, floor, ratio }: Pair,
  what: string,
  scale = 1,
): Pick<Row, 'value' | 'beside' | 'spread'> {
  const { value, low, high, runs } = ours;
  return {
    value: value * scale,
    beside: { what, value: floor.value * scale },
    spread: { value: { value: value * scale, low: low * scale, high: high * scale, runs }, ratio },
  };
}

/** Three digits, or all before the point. */
export const figure = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(3)));

/** The interval of a median, to be put behind it. */
export const span = (of: Estimate | undefined): string =>
  of === undefined ? '' : ` (${figure(of.low)} to ${figure(of.high)})`;

function cells(row: JudgedRow): string[] {
  const { what, value, unit, beside, budget, ratio, within, spread } = row;
  const most = budget && `at most ${figure(budget.most)}${budget.of === 'ratio' ? ' ×' : ''}`;
  return [
    what,
    `${figure(value)} ${unit}${span(spread?.value)}`,
    beside === undefined ? '' : `${figure(beside.value)} ${unit} ${beside.what}`,
    ratio === null ? '' : `${figure(ratio)} ×${span(spread?.ratio)}`,
    most ?? '',
    within === null ? '' : within ? 'kept' : 'MISSED',
  ];
}

/** The rows of one benchmark as a table for people. */
export function table(rows: readonly JudgedRow[]): string {
  return columns([['', 'measured', 'beside', 'ratio', 'budget', ''], ...rows.map(cells)]);
}

/** Lines of cells below one another, as wide as the widest of each column. */
export function columns(lines: readonly (readonly string[])[]): string {
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
