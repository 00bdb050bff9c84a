import { describe, expect, it } from 'vitest';
import { firstFrom, nearest, timeBeside } from '../../../renderer/charts/chart-points.ts';

const times = [10, 20, 30, 50];

describe('times in their order', () => {
  it('have a first that is not less', () => {
    expect([0, 10, 11, 50, 51].map((least) => firstFrom(times, least))).toEqual([0, 0, 1, 3, 4]);
  });

  it('have one that is nearest, the earlier of two that are', () => {
    expect([-9, 14, 15, 16, 41, 99].map((at) => nearest(times, at))).toEqual([0, 0, 0, 1, 3, 3]);
    expect(nearest([], 5)).toBe(-1);
  });
});

describe('the cursor that keys move', () => {
  const span = { from: 15, to: 60 };

  it('begins at the newest, and goes from point to point within the span', () => {
    expect(timeBeside(times, span, null, -1)).toBe(50);
    expect(timeBeside(times, span, null, 1)).toBe(50);
    expect(timeBeside(times, span, 50, -1)).toBe(30);
    expect(timeBeside(times, span, 31, 1)).toBe(50);
    expect(timeBeside(times, span, 20, -1)).toBe(20);
  });

  it('goes to the first and the last', () => {
    expect(timeBeside(times, span, 30, Number.NEGATIVE_INFINITY)).toBe(20);
    expect(timeBeside(times, span, null, Number.POSITIVE_INFINITY)).toBe(50);
  });

  it('is nowhere where nothing was read', () => {
    expect(timeBeside([], span, null, 1)).toBeNull();
    expect(timeBeside(times, { from: 51, to: 60 }, 10, 1)).toBeNull();
  });
});
