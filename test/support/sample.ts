import type { Sample } from '../../shared/model/sample.ts';

/** A sample of a proxy that is read every second, with small numbers that are all different. `at`: epoch milliseconds. */
export function sampleAt(profileId: string, at: number): Sample {
  return {
    profileId,
    at,
    now: at,
    connections: 1n,
    transferredBytes: 2n,
    accesses: 3n,
    bytesPerSecond: 4,
    accessesPerSecond: 5,
    roundTripMs: 0.5,
    missed: 0,
    restart: false,
    another: false,
  };
}
