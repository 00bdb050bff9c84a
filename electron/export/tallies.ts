import type { ErrorCode } from '../../shared/errors.ts';
import type { Sample } from '../../shared/model/sample.ts';
import type { Monitor } from '../fleet/monitor.ts';
import { roundTripBounds } from './metrics.ts';

/** What was counted of one proxy since the export began. */
export interface Tally {
  /** Round trips that were no longer than each of the bounds and longer than the one before; the last ones than all of them. */
  readonly roundTrips: Float64Array;
  /** Of all round trips, seconds. */
  roundTripSum: number;
  /** How often it is connected to again, by the error before. Codes are a fixed set. */
  readonly reconnects: Map<ErrorCode, number>;
}

export interface Tallies {
  /** Of one proxy, whether or not there was anything to count. */
  of(id: string): Tally;
  /** What is not among these is forgotten: a removed profile has no series any more. */
  keepOnly(ids: ReadonlySet<string>): void;
  close(): void;
}

/** Counts what only the streams of the fleet tell. */
export function createTallies({
  samples,
  transitions,
}: Pick<Monitor, 'samples' | 'transitions'>): Tallies {
  const tallies = new Map<string, Tally>();
  const of = (id: string): Tally => {
    let tally = tallies.get(id);
    if (tally === undefined) {
      tally = {
        roundTrips: new Float64Array(roundTripBounds.length + 1),
        roundTripSum: 0,
        reconnects: new Map(),
      };
      tallies.set(id, tally);
    }
    return tally;
  };
  const take = ({ profileId, roundTripMs }: Sample): void => {
    const tally = of(profileId);
    const seconds = roundTripMs / 1000;
    const found = roundTripBounds.findIndex((bound) => seconds <= bound);
    const bucket = found === -1 ? roundTripBounds.length : found;
    tally.roundTrips[bucket] = (tally.roundTrips[bucket] ?? 0) + 1;
    tally.roundTripSum += seconds;
  };
  const ends = [
    samples.listen((batch) => {
      for (const sample of batch) take(sample);
    }),
    transitions.listen(({ id, to }) => {
      if (to.kind !== 'waiting') return;
      const { reconnects } = of(id);
      reconnects.set(to.why.code, (reconnects.get(to.why.code) ?? 0) + 1);
    }),
  ];
  return {
    of,
    keepOnly(ids) {
      if (tallies.size <= ids.size && [...tallies.keys()].every((id) => ids.has(id))) return;
      for (const id of tallies.keys()) if (!ids.has(id)) tallies.delete(id);
    },
    close() {
      for (const end of ends) end();
      tallies.clear();
    },
  };
}
