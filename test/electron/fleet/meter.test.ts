import { expect, it } from 'vitest';
import { Meter } from '../../../electron/fleet/meter.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const intervalMs = 1000;

/** A meter, and how a reading comes in whose counters were told `ageMs` before. */
function setUp() {
  const clock = createManualClock();
  const meter = new Meter(clock, intervalMs / 1000);
  const read = (bytes: bigint, ageMs: number) => {
    const counters = { connections: 1n, transferredBytes: bytes, accesses: 1n };
    const reading = { ...counters, implausible: false, roundTripMs: 2 * ageMs, ageMs };
    return meter.record('p', reading, 0, intervalMs);
  };
  return { clock, meter, read };
}

it('keeps no rate across a stop of the process that fell into a round trip', () => {
  const { clock, read } = setUp();
  const stoppedMs = 12_000;
  read(1000n, 1);
  clock.stall(intervalMs);
  expect(read(2000n, 1).bytesPerSecond).toBeCloseTo(1000);
  clock.stall(intervalMs + stoppedMs);
  // The first of three requests was under way, and two were asked after the stop.
  expect(read(15_000n, stoppedMs / 3).bytesPerSecond).toBeNull();
  clock.stall(intervalMs);
  expect(read(16_000n, 1).bytesPerSecond).not.toBeNull();
});

it('keeps its points and tells true rates where a round trip takes much longer than those beside it', () => {
  const { clock, meter, read } = setUp();
  // A thousand bytes a second.
  const rates = [5, 1450, 5, 5].map((ageMs) => {
    clock.stall(intervalMs + 2 * ageMs);
    return read(BigInt(Math.round(clock.now() - ageMs)), ageMs).bytesPerSecond;
  });
  expect(rates[0]).toBeNull();
  for (const rate of rates.slice(1)) expect(rate).toBeCloseTo(1000);
  expect(meter.points.after(0).at).toHaveLength(4);
});

it('forgets its points where the clock of the machine was set back', () => {
  const { clock, meter, read } = setUp();
  read(1000n, 1);
  clock.stall(intervalMs);
  clock.jumpWall(-60_000);
  read(2000n, 1);
  expect(Math.max(...meter.points.after(0).at)).toBe(clock.wall());
});
