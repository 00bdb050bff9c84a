import { Text } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { useApi } from '../../api/context.ts';
import type { SeriesName } from '../../api/point-ring.ts';
import { createStore, type Store } from '../../api/store.ts';
import type { Histories } from '../../api/use-history.ts';
import { dragged, endingBy, spanFields } from '../../charts/chart-span.ts';
import { mostLines, sinceOf } from '../../charts/overlay-series.ts';
import { ranges } from '../../charts/ranges.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import { createAxisTime } from '../../charts/time-chart-time.ts';
import { useChartCursor } from '../../charts/use-chart-cursor.ts';
import { useSpanDraft } from '../../charts/use-span-draft.ts';
import { ElsewhereNote } from '../../components/elsewhere/elsewhere-note.tsx';
import { lazyView } from '../../components/lazy-view.tsx';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../routes.ts';
import classes from './compare.module.css';
import {
  type ChangeCompareView,
  type CompareView,
  mostWithPast,
  noLens,
  noZoom,
} from './compare-view.ts';
import { ExportMenu } from './export-menu.tsx';
import { historiesOf, pastOf } from './histories-of.ts';
import { InsightsTable } from './insights-table.tsx';
import { lensLinks } from './lens-links.ts';
import { MetricPanel } from './metric-panel.tsx';
import { Notes } from './notes.tsx';
import { sayBetween } from './say-between.ts';
import { SpanControls } from './span-controls.tsx';
import type { Past } from './use-past.ts';

const LensPanel = lazyView(async () => (await import('./lens-panel.tsx')).LensPanel);

/** What was fetched, as pictures of one span and one cursor. `zoom` is the span that stands still, null while the picture follows the clock. */
export function Pictures(props: {
  readonly profiles: readonly ProfileEntry[];
  readonly view: CompareView;
  readonly change: ChangeCompareView;
  readonly value: Histories;
  readonly past: Past | null;
  readonly reload: () => void;
  readonly zoom: TimeSpan | null;
}) {
  const { profiles, view, change, value, past, zoom } = props;
  const zoomed = zoom !== null;
  const { t } = useTranslation();
  const format = useFormat();
  const { fleet } = useApi();
  const cursor = useChartCursor();
  const [highlight] = useState<Store<string | null>>(() => createStore<string | null>(null));
  const canvases = useRef(new Map<SeriesName, HTMLCanvasElement>());
  const histories = useMemo(() => historiesOf(profiles, value), [profiles, value]);
  const pale = useMemo(() => {
    if (view.past === 'none') return [];
    const when = t(`compare:past.${view.past}`);
    return pastOf(profiles, past, (name) => t('compare:past.name', { name, when }));
  }, [profiles, past, view.past, t]);
  const span: TimeSpan = value;
  const wanted = zoom ?? { lastMs: ranges[view.range].ms };
  const { draft, move } = useSpanDraft(zoom, (next) => change(next, { replace: zoomed }));
  const shown = draft ?? zoom ?? span;
  const steer = {
    onSpan: (next: TimeSpan) => change(spanFields(dragged(next))),
    onMove: (next: TimeSpan) => move(endingBy(fleet.now(), next)),
    onReset: () => {
      move(null);
      if (zoomed) change(noZoom);
    },
  };
  const time = useMemo(() => createAxisTime(format.locale, format.hourCycle), [format]);
  const saySpan = zoomed
    ? sayBetween(t, format, span)
    : t('compare:lastSpan', { range: t(`compare:ranges.${view.range}`) });
  const metrics = view.second === 'none' ? [view.metric] : [view.metric, view.second];
  const captionOf = (metric: (typeof metrics)[number]): string =>
    t('compare:table.caption', { metric: t(`metrics.${metric}`), span: saySpan });
  const overlay = view.picture === 'overlay';
  const lens = lensLinks(view, change);
  const looked = profiles.find(({ id }) => id === view.proxy);
  return (
    <>
      <div className={classes.tools}>
        <SpanControls
          span={shown}
          zoomed={zoomed}
          since={sinceOf(value.byId.values())}
          range={view.range}
          change={change}
        />
        <ExportMenu
          shown={{ span, metrics, histories }}
          title={metrics.map(captionOf).join(' · ')}
          canvases={overlay ? canvases.current : null}
        />
      </div>
      <ElsewhereNote ranges={value.byId.values()} reload={props.reload} />
      {overlay && histories.length > mostLines && (
        <Text size="sm" c="dimmed">
          {t('compare:tooMany', { most: mostLines, count: histories.length })}
        </Text>
      )}
      {overlay && view.past !== 'none' && histories.length > mostWithPast && (
        <Text size="sm" c="dimmed">
          {t('compare:past.tooMany', { most: mostWithPast })}
        </Text>
      )}
      {metrics.map((metric) => (
        <MetricPanel
          key={metric}
          histories={histories}
          pale={pale}
          metric={metric}
          view={view}
          span={span}
          shown={shown}
          saySpan={saySpan}
          caption={captionOf(metric)}
          highlight={highlight}
          cursor={cursor}
          pathOf={(id) => paths.proxyOver(id, zoom ?? { range: view.range })}
          time={time}
          small={metrics.length > 1}
          steer={steer}
          lens={lens}
          onRemove={(id) => change({ ids: view.ids.filter((each) => each !== id) })}
          onCanvas={(canvas) => {
            if (canvas === null) canvases.current.delete(metric);
            else canvases.current.set(metric, canvas);
          }}
        />
      ))}
      <InsightsTable histories={histories} span={span} wanted={wanted} saySpan={saySpan} />
      {looked !== undefined && view.at !== undefined && (
        <LensPanel
          key={`${looked.id} ${view.at}`}
          profile={looked}
          at={view.at}
          onClose={() => change(noLens)}
        />
      )}
      <Notes draggable={overlay} />
    </>
  );
}
