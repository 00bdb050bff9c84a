import type { Sample } from '../../model/sample.ts';
import { isImplausibleConnections } from '../../spcp/counter.ts';
import type { SpanFacts } from './of-span.ts';
import { spanFactsOf } from './span-facts.ts';

/** What insights of now are of, milliseconds: of less the accesses are too few. */
export const recentMs = 300_000;

type Kept = Pick<Sample, 'now' | 'bytesPerSecond' | 'accessesPerSecond'> & {
  readonly connections: number | null;
};

/** The readings of the last minutes of some proxies, by the monotonic clock, so that no clock that was set makes a span longer. */
export interface RecentReadings {
  /** Of one whose readings are not kept it is noted whether it restarted: whoever wants them later has to know. */
  take(sample: Sample): void;
  /** What a proxy did in the span that ends at `now`, monotonic milliseconds; null where nothing was read in it. */
  factsOf(id: string, now: number): SpanFacts | null;
  /** Only these are kept. */
  keep(ids: ReadonlySet<string>): void;
}

export function createRecentReadings(): RecentReadings {
  const readings = new Map<string, Kept[]>();
  /** When each restarted in the span, monotonic milliseconds. */
  const restarts = new Map<string, readonly number[]>();
  let wanted: ReadonlySet<string> = new Set();
  const restartsOf = (id: string, now: number): readonly number[] =>
    (restarts.get(id) ?? []).filter((at) => at >= now - recentMs);
  const dropOld = (list: Kept[], now: number): void => {
    const fresh = list.findIndex((each) => each.now >= now - recentMs);
    list.splice(0, fresh < 0 ? list.length : fresh);
  };
  return {
    take({ profileId, now, connections, bytesPerSecond, accessesPerSecond, restart, another }) {
      if (another) restarts.delete(profileId);
      if (restart) restarts.set(profileId, [...restartsOf(profileId, now), now]);
      if (!wanted.has(profileId)) return;
      const list = readings.get(profileId) ?? [];
      readings.set(profileId, list);
      if (another) list.length = 0;
      else dropOld(list, now);
      const open = isImplausibleConnections(connections) ? null : Number(connections);
      list.push({ now, connections: open, bytesPerSecond, accessesPerSecond });
    },
    factsOf(id, now) {
      const list = readings.get(id) ?? [];
      dropOld(list, now);
      if (list.length === 0) return null;
      const column = (series: 'connections' | 'bytesPerSecond' | 'accessesPerSecond') => ({
        mean: list.map((each) => each[series]),
      });
      return spanFactsOf(
        {
          // Since when it is looked at says nothing of the proxy: what was not seen of the span is a gap in it.
          since: null,
          at: list.map((each) => each.now),
          connections: column('connections'),
          bytesPerSecond: column('bytesPerSecond'),
          accessesPerSecond: column('accessesPerSecond'),
          marks: restartsOf(id, now).map((at) => ({ kind: 'restart', at, count: 1 })),
        },
        { from: now - recentMs, to: now },
      );
    },
    keep(ids) {
      wanted = ids;
      for (const id of readings.keys()) if (!ids.has(id)) readings.delete(id);
    },
  };
}
