import { expect, it } from 'vitest';
import { epochMs } from '../../../shared/model/time.ts';

it.each([0, -1, Date.now(), 8.64e15, -8.64e15])('%s can be written as a date', (at) => {
  expect(epochMs.safeParse(at).success).toBe(true);
  expect(() => new Date(at).toISOString()).not.toThrow();
});

it.each([1e300, -8.64e15 - 2, Number.NaN, Number.POSITIVE_INFINITY])('%s is no time', (at) => {
  expect(epochMs.safeParse(at).success).toBe(false);
});
