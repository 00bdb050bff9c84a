import { describe, expect, it } from 'vitest';
import { beside } from '../../../renderer/views/compare/histories-of.ts';
import { legendRows, nextOrder, sortRows } from '../../../renderer/views/compare/legend-rows.ts';
import { changeAt, historyOf } from '../charts/history-ranges.ts';

const span = { from: 100, to: 1000 };
const rows = legendRows(
  [
    historyOf('p10', [[200, 5]], { since: 50 }),
    historyOf('p9', [[200, 8]], { since: 150 }),
    historyOf('empty', [], { since: null }),
    historyOf('low', [[200, 1]], { since: 100 }),
  ],
  'connections',
  span,
);
const sorted = (by: Parameters<typeof nextOrder>[1], descending: boolean) =>
  sortRows(rows, { by, descending }, 'en').map(({ id }) => id);

describe('the rows of the table', () => {
  it('say since when is recorded only where that is within the span', () => {
    expect(rows.map(({ recordedSince }) => recordedSince)).toEqual([null, 150, null, null]);
    expect(rows.map(({ neverRecorded }) => neverRecorded)).toEqual([false, false, true, false]);
  });

  it('keep the place among the chosen, which gives a line its look, in every order', () => {
    const [first] = sortRows(rows, { by: 'max', descending: true }, 'en');
    expect(first).toMatchObject({ id: 'p9', line: 1 });
  });

  it('have what happened within the span', () => {
    const marks = [changeAt(99), changeAt(150), { at: 1001, kind: 'restart' } as const];
    const [row] = legendRows([historyOf('a', [[200, 1]], { marks })], 'connections', span);
    expect(row?.marks).toEqual([changeAt(150)]);
    expect(row?.statistics).toMatchObject({ restarts: 0, changes: 1 });
  });

  it('have beneath each the same at another time, with the looks of its line', () => {
    const [first, second] = [historyOf('a', [[200, 5]]), historyOf('b', [[200, 6]])];
    const past = [
      { ...historyOf('b past', [[200, 7]], { since: 150 }), pastOf: 1 },
      { ...historyOf('a past', [[200, 8]]), pastOf: 0 },
    ];
    const all = legendRows(beside([first, second], past), 'connections', span);
    expect(all.map(({ id, line, pale }) => [id, line, pale])).toEqual([
      ['a', 0, false],
      ['a past', 0, true],
      ['b', 1, false],
      ['b past', 1, true],
    ]);
    expect(all.map(({ recordedSince }) => recordedSince)).toEqual([200, null, 200, null]);
  });

  it('are in the order chosen at first', () => {
    expect(sorted('chosen', false)).toEqual(['p10', 'p9', 'empty', 'low']);
  });

  it('are sorted by numbers, those without any last in either direction', () => {
    expect(sorted('mean', true)).toEqual(['p9', 'p10', 'low', 'empty']);
    expect(sorted('mean', false)).toEqual(['low', 'p10', 'p9', 'empty']);
  });

  it('are sorted by name, where a number counts as one', () => {
    expect(sorted('name', false)).toEqual(['empty', 'low', 'p9', 'p10']);
    expect(sorted('name', true)).toEqual(['p10', 'p9', 'low', 'empty']);
  });
});

describe('pressing a heading', () => {
  it('begins with the greatest of numbers and the first of names, then turns about', () => {
    const chosen = { by: 'chosen', descending: false } as const;
    expect(nextOrder(chosen, 'p95')).toEqual({ by: 'p95', descending: true });
    expect(nextOrder(chosen, 'name')).toEqual({ by: 'name', descending: false });
    expect(nextOrder({ by: 'p95', descending: true }, 'p95')).toEqual({
      by: 'p95',
      descending: false,
    });
  });
});
