import { expect, it } from 'vitest';
import { Meter } from '../../../electron/fleet/meter.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const intervalMs = 1000;

it('keeps no rate across a stop of the process that fell into a round trip', () => {
  const clock = createManualClock();
  const meter = new Meter(clock, intervalMs / 1000);
  const read = (bytes: bigint, roundTripMs: number) =>
    meter.record(
      'p',
      { connections: 1n, transferredBytes: bytes, accesses: 1n, implausible: false, roundTripMs },
      0,
      intervalMs,
    );
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
