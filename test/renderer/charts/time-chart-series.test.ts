import { describe, expect, it } from 'vitest';
import {
  type ChartPicture,
  columnsOf,
  lastValue,
  pictureOf,
  rowsOf,
} from '../../../renderer/charts/time-chart-series.ts';
import type { HistoryRange } from '../../../shared/model/history.ts';

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
  since: null,
  asked: '1h',
  ...change,
});

describe('a picture of the history', () => {
  const restart = (at: number) => ({ at, kind: 'restart' }) as const;
  const history: HistoryRange = {
    since: 1,
    level: 'minute',
    at: [1, 2],
    connections: band([5, null]),
    bytesPerSecond: band([100, 200]),
    accessesPerSecond: band([7, 8]),
    roundTripMs: { min: [3, 4], mean: [3, 4], max: [3, 4] },
    missed: band([0, 1]),
    marks: [restart(2), restart(11)],
  };

  it('has the band of its own series, and the marks of its span', () => {
    expect(pictureOf(history, 'bytesPerSecond', { from: 0, to: 10 }, '1h')).toEqual({
      from: 0,
      to: 10,
      at: [1, 2],
      min: [99, 199],
      mean: [100, 200],
      max: [101, 201],
      marks: [restart(2)],
      since: 1,
      asked: '1h',
    });
  });

  it('keeps a gap as a gap', () => {
    expect(pictureOf(history, 'connections', { from: 0, to: 10 }, '1h').mean).toEqual([5, null]);
  });

  it('has no band where every point is one reading', () => {
    const { min, max } = pictureOf(history, 'roundTripMs', { from: 0, to: 10 }, '1h');
    expect([min, max]).toEqual([null, null]);
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
