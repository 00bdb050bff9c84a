import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { none, valued } from '../../../../shared/fleet/insights/insight.ts';
import { balanceOf, jainsIndex, shareOf } from '../../../../shared/fleet/insights/of-group.ts';

const loads = fc
  .array(fc.double({ min: 0, max: 1e300, noNaN: true }), { minLength: 2, maxLength: 40 })
  .filter((values) => values.some((value) => value > 1e-290));

describe("Jain's index", () => {
  it('is one where all have the same, and one part where one has all', () => {
    expect(jainsIndex([7, 7, 7, 7])).toBe(1);
    expect(jainsIndex([0, 5, 0, 0])).toBe(0.25);
    expect(jainsIndex([1, 2, 3])).toBeCloseTo(36 / (3 * 14), 12);
  });

  it('lies between one part and one, whatever the loads, their unit and their order', () => {
    fc.assert(
      fc.property(loads, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (values, unit) => {
        const index = jainsIndex(values);
        expect(index).toBeGreaterThanOrEqual(1 / values.length - 1e-9);
        expect(index).toBeLessThanOrEqual(1 + 1e-9);
        expect(jainsIndex(values.map((value) => value * unit))).toBeCloseTo(index, 9);
        expect(jainsIndex(values.toReversed())).toBeCloseTo(index, 9);
      }),
    );
  });

  it('rises where one that has more gives to one that has less', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 20 }), (values) => {
        const most = values.indexOf(Math.max(...values));
        const least = values.indexOf(Math.min(...values));
        const [high = 0, low = 0] = [values[most], values[least]];
        fc.pre(high - low >= 2);
        const evener = values.with(most, high - 1).with(least, low + 1);
        expect(jainsIndex(evener)).toBeGreaterThan(jainsIndex(values));
      }),
    );
  });
});

describe('the balance of a group', () => {
  it('is given for two and more with enough accesses', () => {
    expect(balanceOf([10, 10])).toEqual(valued(1));
    expect(balanceOf([])).toEqual(none({ case: 'no-data' }));
    expect(balanceOf([100])).toEqual(none({ case: 'alone' }));
    expect(balanceOf([10, 5])).toEqual(none({ case: 'few-accesses', accesses: 15, least: 20 }));
    expect(balanceOf([0, 0])).toMatchObject({ why: { case: 'few-accesses' } });
  });
});

describe('the share of the fleet', () => {
  it('is what one moves of what all move', () => {
    expect(shareOf(3, [3, 9])).toEqual(valued(0.25));
    expect(shareOf(0, [0, 9])).toEqual(valued(0));
    expect(shareOf(null, [9, 9])).toEqual(none({ case: 'no-data' }));
    expect(shareOf(9, [9])).toEqual(none({ case: 'alone' }));
    expect(shareOf(0, [0, 0])).toEqual(none({ case: 'no-traffic' }));
  });

  it('adds up to one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 30 }), (all) => {
        fc.pre(all.some((each) => each > 0));
        const sum = all
          .map((each) => shareOf(each, all))
          .reduce((total, share) => total + (share.known ? share.value : 0), 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });
});
