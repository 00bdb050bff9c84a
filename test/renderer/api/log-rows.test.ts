import { describe, expect, it } from 'vitest';
import { addNews, mergeRows, withNews } from '../../../renderer/api/log-rows.ts';

interface Row {
  readonly id: number;
  readonly text?: string;
}

const rows = (...ids: readonly number[]): readonly Row[] => ids.map((id) => ({ id }));
const ids = (list: readonly Row[]) => list.map(({ id }) => id);

describe('rows of two lists', () => {
  it('are in one, newest first, each once', () => {
    expect(ids(mergeRows(rows(5, 3), rows(4, 3, 1)))).toEqual([5, 4, 3, 1]);
    expect(ids(mergeRows(rows(2), rows(4, 3)))).toEqual([4, 3, 2]);
    expect(ids(mergeRows(rows(), rows(4)))).toEqual([4]);
    expect(ids(mergeRows(rows(4), rows()))).toEqual([4]);
  });

  it('are as the news say where both have them', () => {
    expect(mergeRows([{ id: 3, text: 'new' }], [{ id: 3, text: 'old' }, { id: 2 }])).toEqual([
      { id: 3, text: 'new' },
      { id: 2 },
    ]);
  });
});

describe('a log', () => {
  it('is its pages with what was told since', () => {
    expect(withNews([rows(5, 4, 3), rows(2, 1)], 3, rows(7, 6))).toEqual({
      rows: rows(7, 6, 5, 4, 3, 2, 1),
      more: false,
    });
  });

  it('leaves rows of pages that were not fetched yet to them', () => {
    const { rows: shown, more } = withNews([rows(9, 8, 7)], 3, [
      { id: 8, text: 'other' },
      { id: 2 },
    ]);
    expect(shown).toEqual([{ id: 9 }, { id: 8, text: 'other' }, { id: 7 }]);
    expect(more).toBe(true);
  });

  it('that has nothing yet is what was told', () => {
    expect(withNews([rows()], 3, rows(1))).toEqual({ rows: rows(1), more: false });
  });
});

describe('what was told', () => {
  it('is kept newest first, and no more of it than there is room for', () => {
    expect(ids(addNews(rows(3, 2, 1), rows(4, 5), 4))).toEqual([5, 4, 3, 2]);
  });
});
