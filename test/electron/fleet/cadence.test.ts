import { describe, expect, it } from 'vitest';
import { Cadence } from '../../../electron/fleet/cadence.ts';

describe('the cadence', () => {
  it('takes a timer that fires a little early for the poll that was due, not for one more', () => {
    const cadence = new Cadence(0, 1, true);
    const due = 5000 + cadence.start(5000);
    const wait = cadence.tick(due - 0.6, false);
    expect(wait).toBeCloseTo(1000.6);
    expect(cadence.tick(due + 1000, false)).toBeCloseTo(1000);
    expect(cadence.missed).toBe(0);
  });

  it('counts a poll that cannot begin, and those that went by', () => {
    const cadence = new Cadence(0, 1, true);
    const due = 5000 + cadence.start(5000);
    cadence.tick(due, true);
    expect(cadence.missed).toBe(1);
    cadence.tick(due + 3500, false);
    expect(cadence.missed).toBe(3);
  });

  it('gives proxies that nobody looks at moments which they share, and spreads those', () => {
    const moments = (watched: boolean) =>
      new Set(Array.from({ length: 50 }, (_, index) => new Cadence(index, 1, watched).start(0)));
    expect(moments(true).size).toBe(50);
    expect(moments(false).size).toBe(5);
    expect(Math.max(...moments(false)) - Math.min(...moments(false))).toBeGreaterThan(2500);
    const cadence = new Cadence(7, 1, false);
    const shared = cadence.start(0);
    cadence.setInterval(1, true, false);
    expect(cadence.start(0)).not.toBe(shared);
  });

  it('counts none while this process stood still: no proxy was slow then', () => {
    const cadence = new Cadence(0, 1, true);
    const first = cadence.start(0);
    cadence.tick(first + 17_000, false);
    expect(cadence.missed).toBe(0);
  });
});
