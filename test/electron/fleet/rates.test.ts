import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CounterReading, ratesBetween } from '../../../electron/fleet/rates.ts';

const at = (
  now: number,
  transferredBytes: bigint,
  accesses: bigint,
  wall = now,
): CounterReading => ({
  now,
  wall,
  transferredBytes,
  accesses,
});

const counter = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const reading = fc.record({
  now: fc.double({ min: 0, max: 1e12, noNaN: true }),
  wall: fc.double({ min: 0, max: 1e12, noNaN: true }),
  transferredBytes: counter,
  accesses: counter,
});

describe('rates from counters', () => {
  it('gives units a second, by the monotonic clock', () => {
    expect(ratesBetween(at(1000, 100n, 5n), at(3000, 300n, 6n))).toEqual({
      bytesPerSecond: 100,
      accessesPerSecond: 0.5,
      restart: false,
    });
  });

  it('has no rate for the first reading', () => {
    expect(ratesBetween(null, at(0, 1n, 1n))).toEqual({
      bytesPerSecond: null,
      accessesPerSecond: null,
      restart: false,
    });
  });

  it('takes a counter that falls for a restart, and gives no rate across it', () => {
    const before = at(0, 1000n, 10n);
    const restarted = { bytesPerSecond: null, accessesPerSecond: null, restart: true };
    expect(ratesBetween(before, at(1000, 0n, 0n))).toEqual(restarted);
    expect(ratesBetween(before, at(1000, 2000n, 9n))).toEqual(restarted);
    expect(ratesBetween(before, at(1000, 999n, 11n))).toEqual(restarted);
  });

  it('gives no rate across a gap, but still finds a restart in it', () => {
    expect(ratesBetween(at(0, 0n, 0n), at(60_000, 600n, 6n), true).bytesPerSecond).toBeNull();
    expect(ratesBetween(at(0, 700n, 7n), at(60_000, 600n, 6n), true).restart).toBe(true);
  });

  it('keeps small differences of counters beyond 53 bits', () => {
    const huge = 2n ** 64n - 10n;
    expect(ratesBetween(at(0, huge, 0n), at(1000, huge + 7n, 0n)).bytesPerSecond).toBe(7);
  });

  it.each([
    ['the monotonic clock stood still in a sleep', 1000, 3_601_000],
    ['the wall clock was set ahead', 1000, 86_401_000],
    ['the wall clock was set back', 1000, -3_599_000],
    ['the wall clock was set by a second', 1000, 2000],
  ])('gives no rate where %s, but still finds a restart', (_what, now, wall) => {
    const before = at(0, 700n, 7n);
    expect(ratesBetween(before, at(now, 900n, 9n, wall))).toEqual({
      bytesPerSecond: null,
      accessesPerSecond: null,
      restart: false,
    });
    expect(ratesBetween(before, at(now, 600n, 6n, wall)).restart).toBe(true);
  });

  it('takes a clock that is brought to the right time little by little for a right one', () => {
    expect(ratesBetween(at(0, 0n, 0n), at(60_000, 600n, 6n, 60_030)).bytesPerSecond).toBe(10);
  });

  it('gives no rate when no time went by', () => {
    expect(ratesBetween(at(5, 0n, 0n), at(5, 9n, 9n)).bytesPerSecond).toBeNull();
  });

  it('is never negative, never infinite and never NaN, and a restart has no rate', () => {
    fc.assert(
      fc.property(reading, reading, fc.boolean(), (before, next, afterGap) => {
        const rates = ratesBetween(before, next, afterGap);
        for (const rate of [rates.bytesPerSecond, rates.accessesPerSecond]) {
          if (rate === null) continue;
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(Number.isNaN(rate)).toBe(false);
          expect(rates.restart).toBe(false);
        }
        expect(rates.restart).toBe(
          next.transferredBytes < before.transferredBytes || next.accesses < before.accesses,
        );
      }),
    );
  });

  it('adds up: the rates of a run of readings times their intervals are what was counted', () => {
    const steps = fc.array(
      fc.record({
        ms: fc.integer({ min: 1, max: 10_000 }),
        bytes: fc.integer({ min: 0, max: 1e9 }),
      }),
      { minLength: 1, maxLength: 50 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        let before = at(0, 0n, 0n);
        let sum = 0;
        for (const { ms, bytes } of list) {
          const next = at(before.now + ms, before.transferredBytes + BigInt(bytes), 0n);
          sum += ((ratesBetween(before, next).bytesPerSecond ?? Number.NaN) * ms) / 1000;
          before = next;
        }
        const total = Number(before.transferredBytes);
        expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * total + 1e-6);
      }),
    );
  });
});
