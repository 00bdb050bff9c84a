import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { useApi } from '../../api/context.ts';
import { type Histories, useHistories } from '../../api/use-history.ts';
import { useLiveHistories } from '../../api/use-live-histories.ts';
import { spanOf } from '../../charts/chart-span.ts';
import { oftenEnough, ranges } from '../../charts/ranges.ts';
import { ViewStates } from '../../components/view-states.tsx';
import classes from './compare.module.css';
import { type ChangeCompareView, type CompareView, mostWithPast } from './compare-view.ts';
import { Pictures } from './pictures.tsx';
import { pointsFor } from './points-for.ts';
import { usePast } from './use-past.ts';

/** The chosen proxies over time, as one chart or as many small ones, with their numbers beneath. */
export function OverTime(props: {
  readonly profiles: readonly ProfileEntry[];
  readonly view: CompareView;
  readonly change: ChangeCompareView;
}) {
  const { profiles, view } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { fleet } = useApi();
  const { ms, refreshMs } = ranges[view.range];
  const zoom = useMemo(() => spanOf(view.from, view.to), [view.from, view.to]);
  const live = zoom === null && refreshMs === null;
  const ids = profiles.map(({ id }) => id);
  const points = pointsFor(view.picture, profiles.length, live, width);
  const fetched = useHistories(
    ids,
    zoom ?? { lastMs: ms },
    points,
    zoom === null &&
      refreshMs !== null &&
      ((known) => oftenEnough(refreshMs, recordedMs(known, fleet.now()))),
  );
  const loaded = useLiveHistories(fetched, live ? ms : null);
  const crowded = view.picture === 'overlay' && ids.length > mostWithPast;
  const past = usePast(
    ids,
    crowded ? 'none' : view.past,
    zoom ?? { lastMs: ms, refreshMs: refreshMs ?? 0 },
    points,
  );
  return (
    <div ref={ref} className={classes.stack}>
      <ViewStates loaded={loaded}>
        {(value) => <Pictures {...props} value={value} past={past} zoom={zoom} />}
      </ViewStates>
    </div>
  );
}

/** For how long the one that was recorded first has been, milliseconds; 0 while there is none. */
function recordedMs(known: Histories | null, now: number): number {
  const starts = [...(known?.byId.values() ?? [])].flatMap(({ since }) => since ?? []);
  return starts.length === 0 ? 0 : now - Math.min(...starts);
}
