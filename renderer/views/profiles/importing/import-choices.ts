import type { ImportPreview, ImportRow } from '../../../../shared/ipc/calls/export.ts';
import type { OnExisting } from '../../../../shared/model/profile-import.ts';

/** What a profile of a file is, held against those that are there. */
export type RowKind = 'new' | 'same' | 'differs';

export function kindOf({ there, differs }: ImportRow): RowKind {
  if (there === null) return 'new';
  return differs.length === 0 ? 'same' : 'differs';
}

/** What can be chosen for it. */
export function choicesFor(row: ImportRow): readonly OnExisting[] {
  if (row.there === null || row.problems.includes('elsewhere')) return ['add', 'skip'];
  return ['skip', 'replace', 'add'];
}

/** What holds where nothing was chosen: what is new is added, and nothing that is there is touched. */
export function usualChoice(row: ImportRow): OnExisting {
  return row.there === null ? 'add' : 'skip';
}

export const rowFilters = ['all', 'new', 'differs', 'same', 'problems'] as const;
export type RowFilter = (typeof rowFilters)[number];

/** The rows that a filter shows, by their places in the file. */
export function shownRows(rows: readonly ImportRow[], filter: RowFilter): readonly number[] {
  return rows.flatMap((row, index) => {
    if (filter === 'problems') return row.problems.length > 0 ? [index] : [];
    return filter === 'all' || kindOf(row) === filter ? [index] : [];
  });
}

/** The choice of each row, in the order of the file. `choices` are those that were made, by place. */
export function chosenFor(
  { rows }: ImportPreview,
  choices: ReadonlyMap<number, OnExisting>,
): readonly OnExisting[] {
  return rows.map((row, index) => choices.get(index) ?? usualChoice(row));
}

/** One choice for the rows that are shown and are there already, as far as each takes it. */
export function chooseForAll(
  rows: readonly ImportRow[],
  shown: readonly number[],
  choice: OnExisting,
  before: ReadonlyMap<number, OnExisting>,
): ReadonlyMap<number, OnExisting> {
  const next = new Map(before);
  for (const index of shown) {
    const row = rows[index];
    if (row !== undefined && row.there !== null && choicesFor(row).includes(choice)) {
      next.set(index, choice);
    }
  }
  return next;
}
