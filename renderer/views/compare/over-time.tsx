import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { HistoryRange } from '../../../shared/model/history.ts';
import { createStore, type Store } from '../../api/store.ts';
import { type Histories, useHistories } from '../../api/use-history.ts';
import { type History, mostLines } from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import { createAxisTime } from '../../charts/time-chart-time.ts';
import { ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './compare.module.css';
import type { ChangeCompareView, CompareView } from './compare-view.ts';
import { ExportMenu } from './export-menu.tsx';
import { MetricPanel } from './metric-panel.tsx';
import { Multiples } from './multiples.tsx';
import { ranges } from './ranges.ts';
import { SpanControls } from './span-controls.tsx';
import { zoomOf } from './zoom.ts';

/** Points are fetched in steps of so many, so that a window that is resized does not fetch at each pixel. */
const pointStep = 100;
const smallPoints = 120;

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
  const zoom = useMemo(() => zoomOf(view.zoom), [view.zoom]);
  const wide = Math.min(4000, Math.max(300, Math.ceil(width / pointStep) * pointStep));
  const loaded = useHistories(
    profiles.map(({ id }) => id),
    zoom ?? { lastMs: ms },
    view.picture === 'multiples' ? smallPoints : wide,
    zoom === null && refreshMs,
  );
  return (
    <div ref={ref} className={classes.stack}>
      <ViewStates loaded={loaded}>
        {(value) => <Loaded {...props} value={value} zoomed={zoom !== null} />}
      </ViewStates>
    </div>
  );
}

function Loaded(props: Props & { readonly value: Histories; readonly zoomed: boolean }) {
  const { profiles, view, change, value, zoomed } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [highlight] = useState<Store<string | null>>(() => createStore<string | null>(null));
  const canvases = useRef(new Map<number, HTMLCanvasElement>());
  const histories = useMemo(() => historiesOf(profiles, value), [profiles, value]);
  const span: TimeSpan = value;
  const time = useMemo(() => createAxisTime(format.locale, format.hourCycle), [format]);
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
          span={span}
          zoomed={zoomed}
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
        />
      )}
      {metrics.map((metric, place) => (
        <MetricPanel
          key={metric}
          histories={histories}
          metric={metric}
          view={view}
          span={span}
          saySpan={saySpan}
          caption={captionOf(metric)}
          highlight={highlight}
          time={time}
          small={metrics.length > 1}
          change={change}
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
  marks: [],
};

function historiesOf(profiles: readonly ProfileEntry[], { byId }: Histories): readonly History[] {
  return profiles.map(({ id, name }) => ({ id, name, range: byId.get(id) ?? notYet }));
}
