import { describe, expect, it } from 'vitest';
import {
  choicesFor,
  chooseForAll,
  chosenFor,
  kindOf,
  shownRows,
} from '../../../../renderer/views/profiles/importing/import-choices.ts';
import type { ImportPreview, ImportRow } from '../../../../shared/ipc/calls/export.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const row = (more: Partial<ImportRow> = {}): ImportRow => ({
  ...{ name: 'madrid', host: 'h.example', port: 9090, udpPort: null, user: 'ana', folder: '' },
  environment: 'development',
  className: '',
  there: null,
  differs: [],
  hasPassword: false,
  problems: [],
  ...more,
});
const there = { id: id(1), name: 'Madrid' };
const rows = [
  row(),
  row({ there }),
  row({ there, differs: [{ field: 'port', here: 1, file: 2 }], problems: ['guarded'] }),
  row({ there, problems: ['elsewhere'] }),
];
const preview: ImportPreview = {
  rows,
  folders: [],
  classes: [],
  tags: [],
  passwords: 'none',
  trouble: null,
};

describe('what is done with the profiles of a file', () => {
  it('is at first to add what is new, and to touch nothing that is there', () => {
    expect(rows.map(kindOf)).toEqual(['new', 'same', 'differs', 'same']);
    expect(chosenFor(preview, new Map())).toEqual(['add', 'skip', 'skip', 'skip']);
  });

  it('can be to replace only where something is there that can be replaced', () => {
    expect(rows.map((each) => choicesFor(each).includes('replace'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is chosen at once for all that are shown and there already, as far as they take it', () => {
    const shown = shownRows(rows, 'all');
    const choices = chooseForAll(rows, shown, 'replace', new Map([[0, 'skip' as const]]));
    expect(chosenFor(preview, choices)).toEqual(['skip', 'replace', 'replace', 'skip']);
    const some = chooseForAll(rows, shownRows(rows, 'differs'), 'add', new Map());
    expect([...some]).toEqual([[2, 'add']]);
  });

  it('is shown by what they are and by what has to be thought of', () => {
    expect(shownRows(rows, 'new')).toEqual([0]);
    expect(shownRows(rows, 'same')).toEqual([1, 3]);
    expect(shownRows(rows, 'problems')).toEqual([2, 3]);
  });
});
