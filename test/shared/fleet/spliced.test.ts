import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginSpliced,
  type Counters,
  type Spliced,
  splice,
} from '../../../shared/fleet/spliced.ts';

const reading = (at: number, bytes: bigint, accesses: bigint): Counters => ({
  at,
  now: at,
  transferredBytes: bytes,
  accesses,
});
const begun = (first: Counters): Spliced =>
  beginSpliced(first, { kind: 'first-contact', at: first.at });

/** What happens between two readings: traffic, then maybe a restart and traffic after it, over some time that is watched or not. */
const stepArbitrary = fc.record({
  bytes: fc.bigInt(0n, 1_000_000_000n),
  accesses: fc.bigInt(0n, 1000n),
  restart: fc.option(
    fc.record({ bytes: fc.bigInt(0n, 1_000_000_000n), accesses: fc.bigInt(0n, 1000n) }),
    { nil: null, freq: 4 },
  ),
  ms: fc.integer({ min: 1000, max: 3_600_000 }),
  watched: fc.boolean(),
});

describe('totals over restarts', () => {
  it('are what was moved, but for what a restart that is seen took with it', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 1n << 62n),
        fc.array(stepArbitrary, { maxLength: 60 }),
        (start, steps) => {
          let at = 0;
          let counters = { bytes: start, accesses: start / 1000n };
          let state = begun(reading(at, counters.bytes, counters.accesses));
          const moved = { bytes: 0n, accesses: 0n };
          let watchedMs = 0;
          let epochAt = 0;
          for (const { bytes, accesses, restart, ms, watched } of steps) {
            at += ms;
            const last = counters;
            counters = { bytes: last.bytes + bytes, accesses: last.accesses + accesses };
            if (restart !== null) counters = { ...restart };
            const seen = counters.bytes < last.bytes || counters.accesses < last.accesses;
            if (seen) epochAt = at;
            moved.bytes += counters.bytes - (seen ? 0n : last.bytes);
            moved.accesses += counters.accesses - (seen ? 0n : last.accesses);
            watchedMs += watched ? ms : 0;
            state = splice(state, reading(at, counters.bytes, counters.accesses), watched);
          }
          expect(state.bytes).toBe(moved.bytes);
          expect(state.accesses).toBe(moved.accesses);
          expect(state.watchedMs).toBe(watchedMs);
          expect(state.epoch).toEqual(
            epochAt === 0 ? { kind: 'first-contact', at: 0 } : { kind: 'restart', at: epochAt },
          );
        },
      ),
    );
  });

  it('never fall, whatever the counters say', () => {
    const counter = fc.bigInt(-2n, (1n << 64n) - 1n);
    const any = fc.tuple(counter, counter, fc.integer({ min: -100_000, max: 100_000 }));
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 40 }), (readings) => {
        let at = 0;
        let state = begun(reading(0, 0n, 0n));
        for (const [bytes, accesses, ms] of readings) {
          at += ms;
          const next = splice(state, reading(at, bytes, accesses), true);
          expect(next.bytes >= state.bytes).toBe(true);
          expect(next.accesses >= state.accesses).toBe(true);
          expect(next.watchedMs).toBeGreaterThanOrEqual(state.watchedMs);
          state = next;
        }
      }),
    );
  });

  it('do not count a jump that cannot be, nor the way back', () => {
    let state = begun(reading(0, 100n, 1n));
    state = splice(state, reading(1000, 100n + (1n << 63n), 1n), true);
    state = splice(state, reading(2000, 300n, 2n), true);
    expect(state).toMatchObject({ bytes: 200n, accesses: 1n, epoch: { kind: 'first-contact' } });
  });

  it('go on from a jump that stays', () => {
    const far = 1n << 63n;
    let state = begun(reading(0, 100n, 1n));
    state = splice(state, reading(1000, far, 1n), true);
    state = splice(state, reading(2000, far + 50n, 2n), true);
    state = splice(state, reading(3000, far + 80n, 3n), true);
    expect(state).toMatchObject({ bytes: 30n, accesses: 1n });
  });

  it('leave out a counter that is below zero', () => {
    let state = begun(reading(0, 100n, 1n));
    state = splice(state, reading(1000, -1n, 1n), true);
    state = splice(state, reading(2000, 150n, 1n), true);
    expect(state).toMatchObject({ bytes: 50n, epoch: { kind: 'first-contact' } });
  });

  it('take the time between two readings from the monotonic clock, whatever was done to the wall clock', () => {
    const of1970 = { ...reading(0, 100n, 1n), now: 1000 };
    const far = { ...reading(Date.UTC(2026, 0, 1), (1n << 64n) - 1n, 1n), now: 2000 };
    expect(splice(begun(of1970), far, true)).toMatchObject({ bytes: 0n, watchedMs: 0 });
    const usual = { ...far, transferredBytes: 300n };
    expect(splice(begun(of1970), usual, true)).toMatchObject({ bytes: 200n, watchedMs: 1000 });
    // Back by an hour in a gap of five minutes.
    const later = { ...reading(-3_600_000, 30_000_000_100n, 1n), now: 301_000 };
    expect(splice(begun(of1970), later, false).bytes).toBe(30_000_000_000n);
    const ofAnotherRun = { ...later, now: null };
    expect(splice(begun(of1970), ofAnotherRun, false).bytes).toBe(30_000_000_000n);
  });

  it('believe the wall clock where the monotonic one stood still, as in a machine that slept, but not for decades', () => {
    const asleep = begun(reading(0, 100n, 1n));
    const next = (days: number, bytes: bigint) => ({
      ...reading(days * 86_400_000, bytes, 1n),
      now: 1000,
    });
    expect(splice(asleep, next(2, 1n << 50n), false).bytes).toBe((1n << 50n) - 100n);
    expect(splice(asleep, next(20_000, 1n << 63n), false).bytes).toBe(0n);
  });

  it('stay within what the database holds', () => {
    const most = (1n << 63n) - 1n;
    const full = { ...begun(reading(0, 100n, 1n)), bytes: most - 5n, accesses: most - 5n };
    const next = splice(full, reading(1000, 200n, 50n), true);
    expect(next).toMatchObject({ bytes: most, accesses: most });
  });

  it('begin the epoch anew at a fall to where a counter could not come', () => {
    let state = begun(reading(0, 95n * 10n ** 12n, 1000n));
    state = splice(state, reading(1000, 10n ** 13n, 1000n), true);
    expect(state.epoch.kind).toBe('first-contact');
    state = splice(state, reading(2000, 10n ** 13n + 5n, 1000n), true);
    expect(state).toMatchObject({ bytes: 0n, epoch: { kind: 'restart', at: 1000 } });
    state = splice(state, reading(3000, 10n ** 13n + 9n, 1000n), true);
    expect(state.bytes).toBe(4n);
  });

  it('go on from counters that jump about, whose falls are restarts', () => {
    let state = begun(reading(0, 100n, 1n));
    for (let n = 1; n <= 3; n++)
      state = splice(state, reading(n * 1000, n % 2 === 1 ? 1n << 63n : 1n << 62n, 1n), true);
    expect(state).toMatchObject({
      last: { at: 3000 },
      bytes: 0n,
      epoch: { kind: 'restart', at: 2000 },
    });
  });
});
