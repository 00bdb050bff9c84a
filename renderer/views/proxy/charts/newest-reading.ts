import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import type { FleetStore } from '../../../api/fleet-store.ts';
import type { PointSeries } from '../../../api/point-ring.ts';

/** One value of the last reading, null where that has none, and when it was read, epoch milliseconds. */
export interface Newest {
  readonly at: number;
  readonly value: number | null;
}

/** What the head of a chart says that follows the clock: what the tiles say, of the same reading, whatever a point of the chart spans. */
export interface NewestReading {
  /** Null where the proxy was never read, and for what a reading does not say. */
  get(): Newest | null;
  /** Tells of another reading until the function that is returned is called. */
  subscribe(listener: () => void): () => void;
}

export function newestReading(
  fleet: Pick<FleetStore, 'snapshot' | 'onSnapshot'>,
  id: string,
  series: PointSeries,
): NewestReading {
  return {
    get: () => newestOf(fleet.snapshot(id), series),
    subscribe: (listener) => fleet.onSnapshot(id, listener),
  };
}

function newestOf(snapshot: ProxySnapshot | undefined, series: PointSeries): Newest | null {
  const metrics = snapshot?.metrics ?? null;
  // Of missed polls the tile has the sum, and the chart those before each reading.
  if (snapshot === undefined || metrics === null || series === 'missed') return null;
  const { at, connections, implausible, roundTripMs } = metrics;
  if (series === 'connections') return { at, value: implausible ? null : Number(connections) };
  return { at, value: series === 'roundTripMs' ? roundTripMs : snapshot.rates[series] };
}
