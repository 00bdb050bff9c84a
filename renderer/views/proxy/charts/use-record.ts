import { useApi } from '../../../api/context.ts';
import type { Fetched } from '../../../api/fetched.ts';
import { type Histories, useHistories } from '../../../api/use-history.ts';
import { useLiveHistories } from '../../../api/use-live-histories.ts';
import { oftenEnough, type RangeName, ranges } from '../../../charts/ranges.ts';
import { pointsOfSpan } from '../../../charts/span-points.ts';
import type { TimeSpan } from '../../../charts/sparkline-series.ts';
import { worthAsking } from './record-start.ts';

/** The beginning of a record moves as old readings are dropped, and is there at last for a proxy that was never read. */
const startMs = 60_000;
/** Of a proxy that was never read it begins any moment. */
const soonMs = 2000;

/** What is kept of one proxy over a range or a span that stands still. */
export function useRecord(id: string, range: RangeName, zoom: TimeSpan | null): Fetched<Histories> {
  const { fleet } = useApi();
  const { ms, refreshMs } = ranges[range];
  const live = zoom === null && refreshMs === null;
  const start = useStart(id);
  const age = start.since === null ? null : fleet.now() - start.since;
  const lastMs = live ? ms : worthAsking(ms, age);
  const fetched = useHistories(
    start.known ? [id] : [],
    zoom ?? { lastMs },
    pointsOfSpan(live),
    zoom === null && refreshMs !== null && oftenEnough(refreshMs, lastMs),
  );
  return useLiveHistories(fetched, live ? ms : null);
}

/** When the record of a proxy begins; `known` is false until that was asked. */
function useStart(id: string): { readonly known: boolean; readonly since: number | null } {
  const { value, error } = useHistories([id], { lastMs: startMs }, 10, (known) =>
    (known?.byId.get(id)?.since ?? null) === null ? soonMs : startMs,
  );
  return {
    known: value !== null || error !== null,
    since: value?.byId.get(id)?.since ?? null,
  };
}
