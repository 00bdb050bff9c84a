import type { ReportDocument } from '../../../shared/report/document.ts';
import type { ReportTable } from '../../../shared/report/table.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';

/** A report as lines for people, with their line ends. */
export function reportLines(document: ReportDocument): string {
  const { title, scope, days, made, summary, tables, notes } = document;
  const lines = [
    printable(`${title}: ${scope}, ${days}`),
    ...made,
    '',
    ...table(summary.facts.map(([name, value]) => [name, value])),
    ...tables.flatMap((each) => ['', ...tableLines(each)]),
    '',
    ...notes,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function tableLines({ title, columns, rows, note }: ReportTable): readonly string[] {
  const right = new Set(columns.flatMap(({ isNumber }, index) => (isNumber ? [index] : [])));
  const heads = columns.map((column) => column.title);
  const body = rows.map(({ cells }) => cells.map(({ text }) => printable(text)));
  return [
    title,
    ...(rows.length === 0 ? [] : table([heads, ...body], right)),
    ...(note === null ? [] : [note]),
  ];
}
