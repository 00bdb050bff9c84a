import { describe, expect, it } from 'vitest';
import { type ChartUnit, valueRange, valueTicks } from '../../../renderer/charts/value-ticks.ts';

const units = ['count', 'bytes', 'rate'] as const satisfies readonly ChartUnit[];

const ticksFor = (highest: number, unit: ChartUnit, height = 132, lowest = highest) =>
  valueTicks(...valueRange(lowest, highest, unit), height, unit);

describe('the range of values', () => {
  it('always holds zero, and leaves room above the highest', () => {
    const [low, high] = valueRange(50, 100, 'count');
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(100);
  });

  it('is not empty without data or at zero', () => {
    expect(valueRange(null, null, 'count')).toEqual([0, 4]);
    expect(valueRange(0, 0, 'bytes')).toEqual([0, 1024]);
    expect(valueRange(0, 0, 'rate')).toEqual([0, 1]);
  });

  it('is of the size of tiny values, so that they do not lie on the lower edge', () => {
    expect(valueRange(0.06, 0.06, 'rate')[1]).toBeCloseTo(0.0672);
    expect(valueRange(6, 6, 'bytes')[1]).toBeCloseTo(6.72);
  });

  it('shows what lies below zero', () => {
    expect(valueRange(-3, 2, 'count')[0]).toBeLessThan(-3);
  });
});

describe('the lines of an axis of values', () => {
  const heights = [90, 132, 200, 300];
  const values = [0, 0.003, 0.06, 0.9, 1, 1.9, 3, 9, 19, 99, 1023, 1025, 65_000, 7e6, 2 ** 40];
  const huge = [2 ** 63, 2 ** 64];

  it.each(units)('are at least three of %s, for each value and height', (unit) => {
    for (const height of heights) {
      for (const value of [...values, ...huge]) {
        const ticks = ticksFor(value, unit, height);
        expect.soft(ticks.length, `${value} on ${height}`).toBeGreaterThanOrEqual(3);
        expect.soft(ticks.length, `${value} on ${height}`).toBeLessThanOrEqual(10);
      }
    }
  });

  it('are at least three where values lie below zero', () => {
    expect(ticksFor(2, 'count', 132, -3)).toEqual([-2, 0, 2, 4]);
  });

  it('begin at zero, and rise by one step', () => {
    expect(ticksFor(8, 'count')).toEqual([0, 2, 4, 6, 8]);
    expect(ticksFor(0.8, 'rate')).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it('are whole for counts, powers of two apart for bytes, and without stray digits for rates', () => {
    expect(ticksFor(3, 'count').every(Number.isInteger)).toBe(true);
    const [, step = 0] = ticksFor(100_000, 'bytes');
    expect(Number.isInteger(Math.log2(step))).toBe(true);
    expect(
      ticksFor(0.7, 'rate')
        .map(String)
        .every((text) => text.length <= 4),
    ).toBe(true);
  });
});
