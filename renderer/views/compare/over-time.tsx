import { useMemo } from 'react';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { spanOf } from '../../charts/chart-span.ts';
import { ranges } from '../../charts/ranges.ts';
import { pointsOfSpan } from '../../charts/span-points.ts';
import { ViewStates } from '../../components/view-states.tsx';
import classes from './compare.module.css';
import { type ChangeCompareView, type CompareView, mostWithPast } from './compare-view.ts';
import { Pictures } from './pictures.tsx';
import { useCompared } from './use-compared.ts';
import { usePast } from './use-past.ts';

/** The chosen proxies over time, as one chart or as many small ones, with their numbers beneath. */
export function OverTime(props: {
  readonly profiles: readonly ProfileEntry[];
  readonly view: CompareView;
  readonly change: ChangeCompareView;
}) {
  const { profiles, view } = props;
  const { ms, refreshMs } = ranges[view.range];
  const zoom = useMemo(() => spanOf(view.from, view.to), [view.from, view.to]);
  const ids = profiles.map(({ id }) => id);
  const loaded = useCompared(ids, view.range, zoom);
  const crowded = view.picture === 'overlay' && ids.length > mostWithPast;
  const past = usePast(
    ids,
    crowded ? 'none' : view.past,
    zoom ?? { lastMs: ms, refreshMs: refreshMs ?? 0 },
    pointsOfSpan(zoom === null && refreshMs === null),
  );
  return (
    <div className={classes.stack}>
      <ViewStates loaded={loaded}>
        {(value) => (
          <Pictures {...props} value={value} past={past} zoom={zoom} reload={loaded.reload} />
        )}
      </ViewStates>
    </div>
  );
}
