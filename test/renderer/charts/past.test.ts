import { describe, expect, it } from 'vitest';
import { later, pastShift } from '../../../renderer/charts/past.ts';
import { historyOf } from './history-ranges.ts';

const hour = 3_600_000;

describe('the same time of another day', () => {
  it('has the same clock, whatever the clocks did meanwhile', () => {
    for (const month of [0, 3, 10]) {
      // A day after each of the days on which some country sets its clocks.
      const now = new Date(2026, month, 2, 8, 30).getTime();
      const then = new Date(now - pastShift(now, 'day'));
      expect([then.getHours(), then.getMinutes()]).toEqual([8, 30]);
      expect(Math.abs(pastShift(now, 'week') - 7 * 24 * hour)).toBeLessThanOrEqual(hour);
    }
  });

  it('is drawn as if it were of now, without what happened then', () => {
    const history = historyOf('a', [[10, 1]], { marks: [{ at: 10, kind: 'restart' }], since: 5 });
    const { range } = later({ ...history, pastOf: 3 }, 100);
    expect(range).toMatchObject({ at: [110], since: 105, marks: [] });
    expect(range.connections).toEqual(history.range.connections);
    expect(later(historyOf('b', []), 100).range.since).toBeNull();
  });
});
