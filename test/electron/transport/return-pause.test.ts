import { expect, it } from 'vitest';
import { pauseBetween } from '../../../electron/transport/return/return-watch.ts';

it('asks what has been away for long more seldom, and notices its return after a small part of that time or some seconds', () => {
  const minute = 60_000;
  expect([0, 10_000, 29_000].map(pauseBetween)).toEqual([0, 0, 0]);
  expect(pauseBetween(minute)).toBe(2000);
  for (const away of [minute, 2 * minute, 10 * minute, 7 * 24 * 60 * minute]) {
    expect(pauseBetween(away)).toBeLessThanOrEqual(away / 30);
    expect(pauseBetween(away)).toBeLessThanOrEqual(5000);
  }
  expect(pauseBetween(7 * 24 * 60 * minute)).toBe(5000);
});
