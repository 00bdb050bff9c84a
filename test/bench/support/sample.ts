import type { Sample } from '../../../shared/model/sample.ts';

/** A reading of a proxy that is in use; `n` counts those of it. */
export function sampleOf(profileId: string, at: number, n: number): Sample {
  return {
    profileId,
    at,
    now: at,
    connections: BigInt(n % 50),
    transferredBytes: BigInt(n) * 4096n,
    accesses: BigInt(n),
    bytesPerSecond: 4096 + (n % 100),
    accessesPerSecond: 1,
    roundTripMs: 0.5 + (n % 17) / 8,
    missed: 0,
    restart: false,
    another: false,
  };
}
