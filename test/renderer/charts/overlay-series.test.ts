import { describe, expect, it } from 'vitest';
import {
  lineEnd,
  marksNear,
  overlayOf,
  pointBefore,
  readOut,
  stepOf,
} from '../../../renderer/charts/overlay-series.ts';
import { changeAt, historyOf } from './history-ranges.ts';

const span = { from: 0, to: 100 };

const two = overlayOf(
  [
    historyOf('a', [
      [10, 1],
      [20, 2],
      [30, null],
      [60, 3],
      [70, 4],
    ]),
    historyOf('b', [
      [15, 9],
      [25, 8],
      [35, 7],
      [45, 6],
      [70, 5],
    ]),
  ],
  'connections',
  span,
);

describe('several proxies on one axis of time', () => {
  it('have the times of all of them, once each', () => {
    expect(two.at).toEqual([10, 15, 20, 25, 30, 35, 45, 60, 70]);
  });

  it('keep their gaps, also at the times of others within them, and have none where only another was read', () => {
    const [a, b] = two.lines;
    expect(a?.values).toEqual([1, undefined, 2, undefined, null, null, null, 3, 4]);
    expect(b?.values).toEqual([undefined, 9, undefined, 8, undefined, 7, 6, undefined, 5]);
  });

  it('are as they were where all were read at the same times', () => {
    const points = [
      [1, 1],
      [2, null],
      [3, 3],
    ] as const;
    const { at, lines } = overlayOf(
      [historyOf('a', points), historyOf('b', points)],
      'bytesPerSecond',
      span,
    );
    expect(at).toEqual([1, 2, 3]);
    expect(lines.map(({ values }) => values)).toEqual([
      [1, null, 3],
      [1, null, 3],
    ]);
  });

  it('may be none, or one without history', () => {
    expect(overlayOf([], 'connections', span)).toEqual({
      ...span,
      at: [],
      lines: [],
      since: null,
      marks: [],
    });
    const { at, lines } = overlayOf([historyOf('a', [])], 'connections', span);
    expect(at).toEqual([]);
    expect(lines).toEqual([{ id: 'a', name: 'A', values: [], look: 0, pale: false, step: 0 }]);
  });

  it('have the marks of all within the span, in the order of time and with names', () => {
    const { marks } = overlayOf(
      [
        historyOf('a', [], {
          marks: [
            { at: 50, kind: 'restart' },
            { at: 101, kind: 'restart' },
          ],
        }),
        historyOf('b', [], { marks: [changeAt(20)] }),
      ],
      'connections',
      span,
    );
    expect(marks).toEqual([
      { ...changeAt(20), proxyId: 'b', name: 'B' },
      { at: 50, kind: 'restart', proxyId: 'a', name: 'A' },
    ]);
  });
});

describe('the step of a line', () => {
  it('is what pauses are as a rule, whatever a gap comes to', () => {
    expect(stepOf([0, 10, 20, 30, 5000])).toBe(10);
    expect(stepOf([7])).toBe(0);
  });
});

describe('what a line says of a time at which only others were read', () => {
  it('is its point before', () => {
    expect(pointBefore(two, 0, 3)).toBe(2);
    expect(pointBefore(two, 1, 8)).toBe(8);
  });

  it('is nothing within a gap, before its first point, and long after its last', () => {
    expect(pointBefore(two, 0, 5)).toBe(-1);
    expect(pointBefore(two, 1, 0)).toBe(-1);
    const ended = overlayOf(
      [
        historyOf('a', [
          [0, 1],
          [1, 1],
        ]),
        historyOf('b', [
          [3, 2],
          [90, 2],
        ]),
      ],
      'connections',
      span,
    );
    expect(pointBefore(ended, 0, 2)).toBe(1);
    expect(pointBefore(ended, 0, 3)).toBe(-1);
    expect(pointBefore(ended, 7, 0)).toBe(-1);
  });
});

describe('the read-out', () => {
  it('has all lines, the greatest first and those without data last', () => {
    expect(readOut(two, 3).map(({ name, value }) => [name, value])).toEqual([
      ['B', 8],
      ['A', 2],
    ]);
    expect(readOut(two, 5).map(({ name, value }) => [name, value])).toEqual([
      ['B', 7],
      ['A', null],
    ]);
  });

  it('puts zero before no data', () => {
    const picture = overlayOf(
      [historyOf('none', [[10, null]]), historyOf('zero', [[10, 0]])],
      'connections',
      span,
    );
    expect(readOut(picture, 0).map(({ name }) => name)).toEqual(['ZERO', 'NONE']);
  });

  it('names the marks that are near', () => {
    const picture = overlayOf(
      [historyOf('a', [], { marks: [{ at: 50, kind: 'restart' }] })],
      'connections',
      span,
    );
    expect(marksNear(picture, 48, 2)).toHaveLength(1);
    expect(marksNear(picture, 47, 2)).toHaveLength(0);
  });
});

describe('the end of a line', () => {
  it('is its last point that has a value', () => {
    const picture = overlayOf(
      [
        historyOf('a', [
          [10, 1],
          [20, null],
        ]),
        historyOf('b', [[15, null]]),
      ],
      'connections',
      span,
    );
    expect(lineEnd(picture, 0)).toBe(0);
    expect(lineEnd(picture, 1)).toBe(-1);
    expect(lineEnd(picture, 5)).toBe(-1);
  });
});
