import type { Sample } from '../../../shared/model/sample.ts';
import { madrid } from './audit-entry.ts';

/** The beginning of a minute and of an hour. */
export const noon = 1_699_999_200_000;

export function sample(at: number, others: Partial<Sample> = {}): Sample {
  return {
    profileId: madrid,
    at,
    now: at,
    connections: 5n,
    transferredBytes: 1000n,
    accesses: 10n,
    bytesPerSecond: 100,
    accessesPerSecond: 1,
    roundTripMs: 1.5,
    missed: 0,
    restart: false,
    another: false,
    ...others,
  };
}
