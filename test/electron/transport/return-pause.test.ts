import { expect, it } from 'vitest';
import { pauseBetween } from '../../../electron/transport/return/return-watch.ts';

it('asks what has been away for long more seldom, and notices its return after a small part of that time or some seconds', () => {
  const minute = 60_000;
  expect([0, 10_000, 29_000].map((away) => pauseBetween(away, true))).toEqual([0, 0, 0]);
  expect(pauseBetween(minute, true)).toBe(2000);
  for (const away of [minute, 2 * minute, 10 * minute, 7 * 24 * 60 * minute]) {
    expect(pauseBetween(away, true)).toBeLessThanOrEqual(away / 30);
    expect(pauseBetween(away, true)).toBeLessThanOrEqual(5000);
  }
  expect(pauseBetween(7 * 24 * 60 * minute, true)).toBe(5000);
});

it('asks more seldom while nobody looks, of what has been away for some seconds', () => {
  expect([0, 5000].map((away) => pauseBetween(away, false))).toEqual([0, 0]);
  expect(pauseBetween(12_000, false)).toBe(2000);
  expect(pauseBetween(30_000, false)).toBe(5000);
  expect(pauseBetween(3_600_000, false)).toBe(5000);
});
