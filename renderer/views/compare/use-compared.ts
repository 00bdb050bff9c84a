import { useApi } from '../../api/context.ts';
import type { Fetched } from '../../api/fetched.ts';
import { type Histories, useHistories } from '../../api/use-history.ts';
import { useLiveHistories } from '../../api/use-live-histories.ts';
import { oftenEnough, type RangeName, ranges } from '../../charts/ranges.ts';
import { pointsOfSpan } from '../../charts/span-points.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';

/** What is kept of the compared over a range or a span that stands still, the same whatever picture is drawn of it. */
export function useCompared(
  ids: readonly string[],
  range: RangeName,
  zoom: TimeSpan | null,
): Fetched<Histories> {
  const { fleet } = useApi();
  const { ms, refreshMs } = ranges[range];
  const live = zoom === null && refreshMs === null;
  const fetched = useHistories(
    ids,
    zoom ?? { lastMs: ms },
    pointsOfSpan(live),
    zoom === null &&
      refreshMs !== null &&
      ((known) => oftenEnough(refreshMs, recordedMs(known, fleet.now()))),
  );
  return useLiveHistories(fetched, live ? ms : null);
}

/** For how long the one that was recorded first has been, milliseconds; 0 while there is none. */
function recordedMs(known: Histories | null, now: number): number {
  const starts = [...(known?.byId.values() ?? [])].flatMap(({ since }) => since ?? []);
  return starts.length === 0 ? 0 : now - Math.min(...starts);
}
