import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statisticsOf } from '../../../renderer/charts/line-statistics.ts';
import { smoothed } from '../../../renderer/charts/smoothing.ts';
import { historyOf } from './history-ranges.ts';

const seconds = (values: readonly (number | null)[]) =>
  historyOf(
    'a',
    values.map((value, i) => [i * 5000, value] as const),
  );
const meansOf = (values: readonly (number | null)[]) =>
  smoothed(seconds(values), 'bytesPerSecond', '10s').range.bytesPerSecond.mean;

describe('a line of means', () => {
  it('has at each point the mean of the time before it', () => {
    expect(meansOf([0, 10, 20, 40, 0])).toEqual([0, 5, 15, 30, 20]);
  });

  it('never lies beyond what it is the mean of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 40 }),
        (values) => {
          const bursts = [...values, 0, 0, 0];
          for (const [i, mean] of meansOf(bursts).entries()) {
            const window = bursts.slice(Math.max(0, i - 1), i + 1);
            expect(mean).toBeGreaterThanOrEqual(Math.min(...window));
            expect(mean).toBeLessThanOrEqual(Math.max(...window));
          }
        },
      ),
    );
  });

  it('says of its lowest and highest what it draws', () => {
    const { range } = smoothed(seconds([0, 10, 20, 40, 0]), 'bytesPerSecond', '10s');
    const span = { from: 0, to: 20_000 };
    const drawn = range.bytesPerSecond.mean.filter((value) => value !== null);
    expect(statisticsOf(range, 'bytesPerSecond', span)).toMatchObject({
      min: Math.min(...drawn),
      max: Math.max(...drawn),
    });
  });

  it('begins anew after a gap', () => {
    expect(meansOf([10, 20, null, 4, 6])).toEqual([10, 15, null, 4, 5]);
  });

  it('is as it was where its points lie farther apart', () => {
    const day = historyOf('a', [
      [0, 1],
      [60_000, 9],
      [120_000, 2],
    ]);
    expect(smoothed(day, 'connections', '10s').range.connections.mean).toEqual([1, 9, 2]);
  });

  it('leaves the other metrics, and all where none is wished', () => {
    const history = seconds([0, 10]);
    const { range } = smoothed(history, 'bytesPerSecond', '10s');
    expect(range.connections.mean).toEqual([0, 10]);
    expect(smoothed(history, 'bytesPerSecond', 'none')).toBe(history);
  });
});
