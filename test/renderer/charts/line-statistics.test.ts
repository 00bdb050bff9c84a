import { describe, expect, it } from 'vitest';
import { statisticsOf } from '../../../renderer/charts/line-statistics.ts';
import { changeAt, rangeOf } from './history-ranges.ts';

const span = { from: 0, to: 10_000 };

describe('the statistics of a line', () => {
  it('take lowest and highest from the readings, not from their means', () => {
    const range = rangeOf([
      [0, 10],
      [1000, 20],
    ]);
    expect(statisticsOf(range, 'connections', span)).toMatchObject({ min: 5, max: 40, last: 20 });
  });

  it('let each value weigh as long as it held, the last one as long as a step', () => {
    const range = rangeOf([
      [0, 10],
      [1000, 10],
      [2000, 40],
      [5000, 0],
    ]);
    const { mean, sum } = statisticsOf(range, 'bytesPerSecond', span);
    // 10 for two seconds, 40 for three, 0 for one.
    expect(sum).toBe(140);
    expect(mean).toBeCloseTo(140 / 6);
  });

  it('count nothing in a gap', () => {
    const range = rangeOf([
      [0, 10],
      [1000, null],
      [8000, 10],
    ]);
    // The step is one second.
    expect(statisticsOf(range, 'accessesPerSecond', span)).toMatchObject({ mean: 10, sum: 20 });
  });

  it('count nothing beyond the span', () => {
    const range = rangeOf([
      [-1000, 1000],
      [0, 10],
      [4000, 20],
      [8000, 20],
      [12_000, 1000],
    ]);
    expect(statisticsOf(range, 'bytesPerSecond', span)).toMatchObject({
      max: 40,
      last: 20,
      sum: 10 * 4 + 20 * 4 + 20 * 2,
    });
  });

  it('have a 95th percentile by time', () => {
    const steady = Array.from({ length: 20 }, (_, i) => [i * 500, i + 1] as const);
    expect(statisticsOf(rangeOf(steady), 'connections', span).p95).toBe(19);
    expect(statisticsOf(rangeOf([[0, 7]]), 'connections', span)).toMatchObject({ p95: 7, mean: 7 });
  });

  it('have no sum of what is no rate', () => {
    expect(statisticsOf(rangeOf([[0, 7]]), 'connections', span).sum).toBeNull();
  });

  it('are null without data: no data is not zero', () => {
    const none = { min: null, mean: null, max: null, p95: null, last: null, sum: null };
    expect(statisticsOf(rangeOf([]), 'bytesPerSecond', span)).toMatchObject(none);
    expect(statisticsOf(rangeOf([[5, null]]), 'bytesPerSecond', span)).toMatchObject(none);
  });

  it('count restarts and changes within the span', () => {
    const range = rangeOf([], {
      marks: [
        { at: 1, kind: 'restart' },
        changeAt(2),
        { at: 3, kind: 'restart' },
        { at: 20_000, kind: 'restart' },
      ],
    });
    expect(statisticsOf(range, 'connections', span)).toMatchObject({ restarts: 2, changes: 1 });
  });

  it('count each restart and change of a mark that stands for several', () => {
    const range = rangeOf([], {
      marks: [
        { at: 1, kind: 'restart', count: 3 },
        { ...changeAt(2), count: 2 },
        { at: 3, kind: 'restart' },
      ],
    });
    expect(statisticsOf(range, 'connections', span)).toMatchObject({ restarts: 4, changes: 2 });
  });
});
