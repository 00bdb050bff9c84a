import fc from 'fast-check';
import { expect, it } from 'vitest';
import { untilBeat } from '../../../electron/base/beat.ts';

it('leads to a whole multiple, half as far away at least and half as far again at most', () => {
  const now = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(now, fc.integer({ min: 1, max: 60_000 }), (at, every) => {
      const wait = untilBeat(at, every);
      const beats = (at + wait) / every;
      expect(beats).toBeCloseTo(Math.round(beats), 4);
      expect(wait).toBeGreaterThan(every / 2 - 0.01);
      expect(wait).toBeLessThan(every * 1.5 + 0.01);
    }),
  );
});

it('goes on to the next one also where a timer came a little early', () => {
  expect(untilBeat(2999.6, 1000)).toBeCloseTo(1000.4);
  expect(untilBeat(3000.2, 1000)).toBeCloseTo(999.8);
});
