import { describe, expect, it } from 'vitest';
import { createPointRing } from '../../../renderer/api/point-ring.ts';
import {
  type ChartPicture,
  columnsOf,
  lastValue,
  pictureOfHistory,
  pictureOfRing,
  rowsOf,
} from '../../../renderer/charts/time-chart-series.ts';
import type { HistoryRange } from '../../../shared/model/history.ts';

const ringOf = (points: readonly (readonly [number, number | null])[]) => {
  const ring = createPointRing();
  ring.append({
    id: 'a',
    at: points.map(([at]) => at),
    connections: points.map(([, value]) => value),
    bytesPerSecond: points.map(() => null),
    accessesPerSecond: points.map(() => null),
    roundTripMs: points.map(() => null),
    missed: points.map(() => null),
  });
  return ring;
};

const band = (mean: (number | null)[]) => ({
  min: mean.map((value) => value && value - 1),
  mean,
  max: mean.map((value) => value && value + 1),
});

const picture = (change: Partial<ChartPicture> = {}): ChartPicture => ({
  from: 0,
  to: 100,
  at: [5, 15, 25, 95],
  mean: [1, 3, null, 8],
  min: null,
  max: null,
  marks: [],
  ...change,
});

describe('a picture of the points at hand', () => {
  it('keeps a gap as a gap and zero as zero', () => {
    const ring = ringOf([
      [10, 0],
      [20, null],
      [30, 4],
    ]);
    const shown = pictureOfRing(ring, 'connections', { from: 0, to: 100 });
    expect(shown.at).toEqual([10, 20, 30]);
    expect(shown.mean).toEqual([0, null, 4]);
    expect(shown.min).toBeNull();
  });

  it('begins with the last point before its range, so that the line enters from the edge', () => {
    const ring = ringOf([
      [10, 1],
      [20, 2],
      [30, 3],
    ]);
    expect(pictureOfRing(ring, 'connections', { from: 25, to: 100 }).at).toEqual([20, 30]);
  });

  it('is empty without points', () => {
    expect(pictureOfRing(ringOf([]), 'connections', { from: 0, to: 100 }).at).toEqual([]);
  });

  it('has the marks of its range only', () => {
    const marks = [
      { at: 5, kind: 'restart' },
      { at: 50, kind: 'change' },
      { at: 101, kind: 'change' },
    ] as const;
    const shown = pictureOfRing(ringOf([]), 'connections', { from: 10, to: 100 }, marks);
    expect(shown.marks).toEqual([{ at: 50, kind: 'change' }]);
  });
});

describe('a picture of the history', () => {
  it('has the band of its own series', () => {
    const history: HistoryRange = {
      since: null,
      level: 'minute',
      at: [1, 2],
      connections: band([5, null]),
      bytesPerSecond: band([100, 200]),
      accessesPerSecond: band([7, 8]),
      roundTripMs: band([0.5, 1.5]),
      missed: band([0, 0]),
      marks: [{ at: 2, kind: 'restart' }],
    };
    const shown = pictureOfHistory(history, 'bytesPerSecond', { from: 0, to: 10 });
    expect(shown).toEqual({
      from: 0,
      to: 10,
      at: [1, 2],
      min: [99, 199],
      mean: [100, 200],
      max: [101, 201],
      marks: [{ at: 2, kind: 'restart' }],
    });
  });
});

describe('the columns for the chart', () => {
  it('are times, mean, min and max', () => {
    const shown = picture({ at: [1], mean: [2], min: [1], max: [3] });
    expect(columnsOf(shown)).toEqual([[1], [2], [1], [3]]);
  });

  it('have the mean for a band that is not there', () => {
    expect(columnsOf(picture({ at: [1], mean: [2] }))).toEqual([[1], [2], [2], [2]]);
  });
});

describe('the table of a chart', () => {
  it('says what lay in each span, the newest first', () => {
    const rows = rowsOf(picture({ at: [5, 15, 25], mean: [1, 3, 5] }), 5);
    expect(rows.map(({ from, to, min, mean, max }) => [from, to, min, mean, max])).toEqual([
      [20, 40, 5, 5, 5],
      [0, 20, 1, 2, 3],
    ]);
  });

  it('keeps a span without data between two with, and leaves it out at the ends', () => {
    const rows = rowsOf(picture({ at: [25, 85], mean: [1, 2] }), 5);
    expect(rows.map(({ from, mean }) => [from, mean])).toEqual([
      [80, 2],
      [60, null],
      [40, null],
      [20, 1],
    ]);
  });

  it('takes lowest and highest from the band', () => {
    const shown = picture({ at: [1, 2], mean: [5, 7], min: [2, 4], max: [9, 8] });
    expect(rowsOf(shown, 1)).toEqual([{ from: 0, to: 100, min: 2, mean: 6, max: 9, marks: [] }]);
  });

  it('has a row for a mark, also where there is no data', () => {
    const mark = { at: 45, kind: 'restart' } as const;
    expect(rowsOf(picture({ at: [], mean: [], marks: [mark] }), 10)).toEqual([
      { from: 40, to: 50, min: null, mean: null, max: null, marks: [mark] },
    ]);
  });

  it('leaves out the point that lies before the range', () => {
    expect(rowsOf(picture({ from: 10, at: [5], mean: [1] }), 5)).toEqual([]);
  });
});

describe('what is read out without a cursor', () => {
  it('is the newest point that has a value', () => {
    expect(lastValue(picture({ mean: [1, 3, null, null] }))).toBe(1);
    expect(lastValue(picture({ mean: [null] }))).toBe(-1);
  });
});
