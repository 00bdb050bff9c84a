import { describe, expect, it } from 'vitest';
import { multiplesOf, valueNear } from '../../../renderer/charts/multiples-series.ts';
import { changeAt, historyOf } from './history-ranges.ts';

const span = { from: 0, to: 100 };

describe('small pictures', () => {
  it('have one scale, that of the greatest of all', () => {
    const { top, pictures } = multiplesOf(
      [
        historyOf('a', [
          [0, 10],
          [50, 20],
        ]),
        historyOf('b', [[100, 40]]),
      ],
      [],
      'connections',
      span,
    );
    expect(top).toBe(40);
    expect(pictures.map(({ lines, peak }) => ({ lines, peak }))).toEqual([
      { lines: [[0, 0.25, 0.5, 0.5]], peak: 20 },
      { lines: [[1, 1]], peak: 40 },
    ]);
  });

  it('draw nothing across a gap, and nothing beyond the span', () => {
    const { pictures } = multiplesOf(
      [
        historyOf('a', [
          [-10, 9],
          [0, 1],
          [20, null],
          [40, 2],
          [101, 9],
        ]),
      ],
      [],
      'connections',
      span,
    );
    expect(pictures[0]?.lines).toEqual([
      [0, 0.5],
      [0.4, 1],
    ]);
  });

  it('tell no data from zero', () => {
    const { top, pictures } = multiplesOf(
      [historyOf('a', []), historyOf('b', [[10, 0]])],
      [],
      'connections',
      span,
    );
    expect(top).toBe(0);
    expect(pictures.map(({ peak }) => peak)).toEqual([null, 0]);
    expect(pictures[1]?.lines).toEqual([[0.1, 0]]);
    expect(multiplesOf([], [], 'connections', span)).toEqual({ top: null, pictures: [] });
  });

  it('have the same of another time on the same scale, and the marks of now', () => {
    const past = { ...historyOf('a past', [[50, 80]]), pastOf: 0 };
    const now = historyOf('a', [[50, 40]], {
      marks: [{ at: 25, kind: 'restart' }, changeAt(101)],
    });
    const { top, pictures } = multiplesOf([now], [past], 'connections', span);
    expect(top).toBe(80);
    expect(pictures).toMatchObject([
      {
        lines: [[0.5, 0.5]],
        pale: [[0.5, 1]],
        peak: 40,
        last: 40,
        marks: [{ kind: 'restart', x: 0.25 }],
      },
    ]);
  });
});

describe('the value at the cursor', () => {
  const history = historyOf('a', [
    [10_000, 1],
    [12_000, 2],
    [14_000, null],
  ]);

  it('is that of the nearest reading', () => {
    expect(valueNear(history, 'connections', 12_900)).toBe(2);
    expect(valueNear(history, 'connections', 9000)).toBe(1);
  });

  it('is none in a gap, nor long before and after', () => {
    expect(valueNear(history, 'connections', 13_500)).toBeNull();
    expect(valueNear(history, 'connections', 90_000)).toBeNull();
    expect(valueNear(historyOf('b', []), 'connections', 10)).toBeNull();
  });
});
