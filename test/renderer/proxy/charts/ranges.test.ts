import { describe, expect, it } from 'vitest';
import { ringCapacity } from '../../../../renderer/api/point-ring.ts';
import { rangeNames, ranges } from '../../../../renderer/views/proxy/charts/ranges.ts';
import { profileDraftSchema } from '../../../../shared/model/profile.ts';

/** The shortest interval that a profile may have, milliseconds. */
const shortestPollMs = 500;

describe('the ranges of the charts', () => {
  it('go from the shortest to the longest', () => {
    const spans = rangeNames.map((name) => ranges[name].ms);
    expect(spans).toEqual([...spans].sort((a, b) => a - b));
  });

  it('are drawn from the points at hand only where those reach back so far', () => {
    const draft = { name: 'a', host: 'a', user: 'a' };
    const accepts = (pollSeconds: number) =>
      profileDraftSchema.safeParse({ ...draft, pollSeconds }).success;
    expect(accepts(shortestPollMs / 1000)).toBe(true);
    expect(accepts(shortestPollMs / 1000 - 0.01)).toBe(false);
    for (const name of rangeNames) {
      const { ms, refreshMs } = ranges[name];
      if (refreshMs === null) expect(ms / shortestPollMs).toBeLessThanOrEqual(ringCapacity);
      else expect(refreshMs).toBeLessThan(ms / 100);
    }
  });
});
