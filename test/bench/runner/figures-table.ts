import { figure, type JudgedRow, span } from '../support/row.ts';
import { CannotBegin } from './cannot-begin.ts';
import type { Machine } from './machine.ts';
import type { Result } from './run-benchmark.ts';

/** Between them lies the table in a file that has more than that; the first says also by what it was measured. */
const marks = {
  begin: '<!-- figures: ',
  endOfBegin: ' -->',
  end: '<!-- end of the figures -->',
} as const;

/** A benchmark that is not in the table, and why. */
export interface NotRun {
  readonly name: string;
  /** `not-chosen`: it takes long, and was not asked for. */
  readonly why: 'cannot-run' | 'not-chosen';
}

/** All that there are and of which nothing was measured, in the order of `all`. */
export function notRun(
  all: readonly { readonly name: string }[],
  results: readonly { readonly name: string; readonly outcome: Result['outcome'] }[],
): NotRun[] {
  return all.flatMap(({ name }) => {
    const result = results.find((one) => one.name === name);
    if (result === undefined) return { name, why: 'not-chosen' };
    return result.outcome === 'cannot-run' ? { name, why: 'cannot-run' } : [];
  });
}

/** What is run for such a table. */
export const commandOf = ({ long }: { readonly long: boolean }): string =>
  `npm run bench --${long ? ' --long' : ''} --table`;

const whys: Readonly<Record<NotRun['why'], string>> = {
  'cannot-run': 'it cannot be run on this machine',
  'not-chosen': 'it takes long, and --long was not given',
};

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * All that has a budget as Markdown, dated, with the machine that it was measured on, and a line for each benchmark that was not run. `at`: when it
 * was begun, milliseconds.
 */
export function figuresTable(
  rows: readonly JudgedRow[],
  missing: readonly NotRun[],
  machine: Machine,
  at: number,
): string {
  const { model, cpus, system, node, load } = machine;
  const kept = rows.filter(({ within }) => within !== null);
  const missed = kept.filter(({ within }) => within === false).length;
  return [
    `Measured on ${day.format(at)}: ${model}, ${cpus} ${cpus === 1 ? 'core' : 'cores'}, ${system}, Node ${node}, load ${load.toFixed(1)} as it began. ` +
      `${kept.length - missed} of ${kept.length} budgets are kept${missing.length === 0 ? '' : `, and ${missing.length} ${missing.length === 1 ? 'benchmark was' : 'benchmarks were'} not run`}. In brackets where a median lies with 95 %.`,
    '',
    '| benchmark | figure | measured | beside it | ratio | budget | |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...kept.map((row) => `| ${cells(row).map(ofCell).join(' | ')} |`),
    ...missing.map(
      ({ name, why }) => `| ${name} | not run: ${whys[why]} |  |  |  |  | **not run** |`,
    ),
  ].join('\n');
}

function cells(row: JudgedRow): string[] {
  const { benchmark, what, value, unit, beside, ratio, budget, within, spread } = row;
  return [
    benchmark,
    what,
    `${figure(value)} ${unit}${span(spread?.value)}`,
    beside === undefined ? '' : `${figure(beside.value)} ${unit} ${beside.what}`,
    ratio === null ? '' : `${figure(ratio)} ×${span(spread?.ratio)}`,
    budget === undefined ? '' : `${figure(budget.most)}${budget.of === 'ratio' ? ' ×' : ''}`,
    within === true ? 'kept' : '**missed**',
  ];
}

const ofCell = (text: string): string => text.replaceAll('|', '\\|');

/**
 * The text with this table between the marks, in place of the one before, and with the command that it was measured by in the first of them; a text
 * without anything becomes the table and its marks. Throws `CannotBegin` where either mark is missing.
 */
export function withTable(text: string, table: string, command: string): string {
  const between = `${marks.begin}${command}${marks.endOfBegin}\n\n${table}\n\n`;
  if (text.trim() === '') return `${between}${marks.end}\n`;
  const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)];
  if (begin < 0 || end < begin)
    throw new CannotBegin(
      `the table has no place: "${marks.begin}${command}${marks.endOfBegin}" and then "${marks.end}"`,
    );
  return `${text.slice(0, begin)}${between}${text.slice(end)}`;
}
