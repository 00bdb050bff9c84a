import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { HistoryRange } from '../../../shared/model/history.ts';
import { useApi } from '../../api/context.ts';
import { createStore, type Store } from '../../api/store.ts';
import { type Histories, useHistories } from '../../api/use-history.ts';
import { useLiveHistories } from '../../api/use-live-histories.ts';
import { endingBy, spanOf } from '../../charts/chart-span.ts';
import { type History, mostLines, sinceOf } from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import { createAxisTime } from '../../charts/time-chart-time.ts';
import { useChartCursor } from '../../charts/use-chart-cursor.ts';
import { ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../routes.ts';
import classes from './compare.module.css';
import { type ChangeCompareView, type CompareView, noZoom } from './compare-view.ts';
import { ExportMenu } from './export-menu.tsx';
import { MetricPanel } from './metric-panel.tsx';
import { Multiples } from './multiples.tsx';
import { pointsFor } from './points-for.ts';
import { ranges } from './ranges.ts';
import { SpanControls } from './span-controls.tsx';
import { useSpanDraft } from './use-span-draft.ts';

interface Props {
  readonly profiles: readonly ProfileEntry[];
  readonly view: CompareView;
  readonly change: ChangeCompareView;
}

/** The chosen proxies over time, as one chart or as many small ones, with their numbers beneath. */
export function OverTime(props: Props) {
  const { profiles, view } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { ms, refreshMs } = ranges[view.range];
  const zoom = useMemo(() => spanOf(view.from, view.to), [view.from, view.to]);
  const live = zoom === null && refreshMs === null;
  const fetched = useHistories(
    profiles.map(({ id }) => id),
    zoom ?? { lastMs: ms },
    pointsFor(view.picture, profiles.length, live, width),
    zoom === null && refreshMs !== null && refreshMs,
  );
  const loaded = useLiveHistories(fetched, live ? ms : null);
  return (
    <div ref={ref} className={classes.stack}>
      <ViewStates loaded={loaded}>
        {(value) => <Loaded {...props} value={value} zoom={zoom} />}
      </ViewStates>
    </div>
  );
}

function Loaded(props: Props & { readonly value: Histories; readonly zoom: TimeSpan | null }) {
  const { profiles, view, change, value, zoom } = props;
  const zoomed = zoom !== null;
  const { t } = useTranslation();
  const format = useFormat();
  const { fleet } = useApi();
  const cursor = useChartCursor();
  const [highlight] = useState<Store<string | null>>(() => createStore<string | null>(null));
  const canvases = useRef(new Map<number, HTMLCanvasElement>());
  const histories = useMemo(() => historiesOf(profiles, value), [profiles, value]);
  const span: TimeSpan = value;
  const { draft, move } = useSpanDraft(zoom, (next) => change(next, { replace: zoomed }));
  const shown = draft ?? zoom ?? span;
  const onMove = (next: TimeSpan): void => move(endingBy(fleet.now(), next));
  const onReset = (): void => {
    move(null);
    if (zoomed) change(noZoom);
  };
  const time = useMemo(() => createAxisTime(format.locale, format.hourCycle), [format]);
  const pathOf = (id: string): string => paths.proxyOver(id, zoom ?? { range: view.range });
  const sayTime = (at: number): string => time.point(at, span.to - span.from);
  const saySpan = zoomed
    ? t('compare:between', { from: sayTime(span.from), to: sayTime(span.to) })
    : t('compare:lastSpan', { range: t(`compare:ranges.${view.range}`) });
  const metrics =
    view.second === 'none' || view.picture !== 'overlay'
      ? [view.metric]
      : [view.metric, view.second];
  const captionOf = (metric: (typeof metrics)[number]): string =>
    t('compare:table.caption', { metric: t(`metrics.${metric}`), span: saySpan });
  return (
    <>
      <div className={classes.tools}>
        <SpanControls
          span={shown}
          zoomed={zoomed}
          since={sinceOf(value.byId.values())}
          range={view.range}
          draggable={view.picture === 'overlay'}
          change={change}
        />
        <ExportMenu
          shown={{ span, metrics, histories }}
          title={metrics.map(captionOf).join(' · ')}
          canvases={view.picture === 'overlay' ? canvases.current : null}
        />
      </div>
      {view.picture === 'overlay' && histories.length > mostLines && (
        <Text size="sm" c="dimmed">
          {t('compare:tooMany', { most: mostLines, count: histories.length })}
        </Text>
      )}
      {view.picture === 'multiples' && (
        <Multiples
          histories={histories}
          metric={view.metric}
          span={span}
          caption={t(`metrics.${view.metric}`)}
          pathOf={pathOf}
        />
      )}
      {metrics.map((metric, place) => (
        <MetricPanel
          key={metric}
          histories={histories}
          metric={metric}
          view={view}
          span={span}
          shown={shown}
          saySpan={saySpan}
          caption={captionOf(metric)}
          highlight={highlight}
          cursor={cursor}
          pathOf={pathOf}
          time={time}
          small={metrics.length > 1}
          change={change}
          onMove={onMove}
          onReset={onReset}
          onCanvas={(canvas) => {
            if (canvas === null) canvases.current.delete(place);
            else canvases.current.set(place, canvas);
          }}
        />
      ))}
      <Text size="xs" c="dimmed">
        {t('compare:table.note')}
      </Text>
    </>
  );
}

const nothing = { min: [], mean: [], max: [] };

/** Of a proxy that was chosen a moment ago nothing is fetched yet. */
const notYet: HistoryRange = {
  since: 0,
  level: 'raw',
  at: [],
  connections: nothing,
  bytesPerSecond: nothing,
  accessesPerSecond: nothing,
  roundTripMs: nothing,
  missed: nothing,
  marks: [],
};

function historiesOf(profiles: readonly ProfileEntry[], { byId }: Histories): readonly History[] {
  return profiles.map(({ id, name }) => ({ id, name, range: byId.get(id) ?? notYet }));
}
