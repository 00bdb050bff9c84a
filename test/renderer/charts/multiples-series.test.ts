import { describe, expect, it } from 'vitest';
import { multiplesOf } from '../../../renderer/charts/multiples-series.ts';
import { historyOf } from './history-ranges.ts';

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
      'connections',
      span,
    );
    expect(top).toBe(40);
    expect(pictures.map(({ series }) => series)).toEqual([
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
      'connections',
      span,
    );
    expect(pictures[0]?.series.lines).toEqual([
      [0, 0.5],
      [0.4, 1],
    ]);
  });

  it('tell no data from zero', () => {
    const { top, pictures } = multiplesOf(
      [historyOf('a', []), historyOf('b', [[10, 0]])],
      'connections',
      span,
    );
    expect(top).toBe(0);
    expect(pictures.map(({ series }) => series.peak)).toEqual([null, 0]);
    expect(pictures[1]?.series.lines).toEqual([[0.1, 0]]);
    expect(multiplesOf([], 'connections', span)).toEqual({ top: null, pictures: [] });
  });
});
