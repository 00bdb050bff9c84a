import { figure, type JudgedRow, span } from '../support/row.ts';
import { CannotBegin } from './cannot-begin.ts';
import type { Machine } from './machine.ts';

/** Between them lies the table in a file that has more than that. */
export const marks = {
  begin: '<!-- figures: npm run bench -- --long --table -->',
  end: '<!-- end of the figures -->',
} as const;

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** All that has a budget as Markdown, dated, with the machine that it was measured on. `at`: when it was begun, milliseconds. */
export function figuresTable(rows: readonly JudgedRow[], machine: Machine, at: number): string {
  const { model, cpus, system, node, load } = machine;
  const kept = rows.filter(({ within }) => within !== null);
  const missed = kept.filter(({ within }) => within === false).length;
  return [
    `Measured on ${day.format(at)}: ${model}, ${cpus} ${cpus === 1 ? 'core' : 'cores'}, ${system}, Node ${node}, load ${load.toFixed(1)} as it began. ` +
      `${kept.length - missed} of ${kept.length} budgets are kept. In brackets where a median lies with 95 %.`,
    '',
    '| benchmark | figure | measured | beside it | ratio | budget | |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...kept.map((row) => `| ${cells(row).map(ofCell).join(' | ')} |`),
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

/** The text with this table between the marks, in place of the one before; a text without anything becomes the table and its marks. Throws `CannotBegin` where either mark is missing. */
export function withTable(text: string, table: string): string {
  const between = `${marks.begin}\n\n${table}\n\n`;
  if (text.trim() === '') return `${between}${marks.end}\n`;
  const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)];
  if (begin < 0 || end < begin)
    throw new CannotBegin(`the table has no place: "${marks.begin}" and then "${marks.end}"`);
  return `${text.slice(0, begin)}${between}${text.slice(end)}`;
}
