import { useMemo } from 'react';
import type { SeriesName } from '../../api/point-ring.ts';
import type { Store } from '../../api/store.ts';
import type { ChartCursor } from '../../charts/chart-cursor.ts';
import { type History, mostLines } from '../../charts/overlay-series.ts';
import { smoothed } from '../../charts/smoothing.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import type { Steer } from '../../charts/steer.ts';
import type { AxisTime } from '../../charts/time-chart-time.ts';
import { Panel } from '../../components/panel.tsx';
import type { CompareView } from './compare-view.ts';
import { beside } from './histories-of.ts';
import { Legend } from './legend.tsx';
import { legendRows } from './legend-rows.ts';
import type { LensLinks } from './lens-links.ts';
import { Multiples } from './multiples.tsx';
import { Overlay } from './overlay.tsx';

/** One metric of the chosen proxies: its chart or its small charts, and its numbers. */
export function MetricPanel(props: {
  histories: readonly History[];
  /** The same at another time. */
  pale: readonly History[];
  metric: SeriesName;
  view: CompareView;
  /** Of which the numbers are. */
  span: TimeSpan;
  /** What the charts show meanwhile. */
  shown: TimeSpan;
  saySpan: string;
  caption: string;
  highlight: Store<string | null>;
  cursor: ChartCursor;
  pathOf: (id: string) => string;
  time: AxisTime;
  small: boolean;
  steer: Steer;
  lens: LensLinks;
  onRemove: (id: string) => void;
  onCanvas: (canvas: HTMLCanvasElement | null) => void;
}) {
  const { histories, pale, metric, view, span, caption, highlight, time } = props;
  const rows = useMemo(
    () => legendRows(beside(histories, pale), metric, span),
    [histories, pale, metric, span],
  );
  const overlay = view.picture === 'overlay';
  const drawn = useMemo(() => {
    const smooth = (history: History): History => smoothed(history, metric, view.smoothing);
    return { histories: histories.map(smooth), pale: pale.map(smooth) };
  }, [histories, pale, metric, view.smoothing]);
  const charts = {
    ...drawn,
    metric,
    span: props.shown,
    cursor: props.cursor,
    highlight,
    steer: props.steer,
    lens: props.lens,
    time,
  };
  return (
    <Panel title={caption}>
      {overlay ? (
        <Overlay
          {...charts}
          saySpan={props.saySpan}
          small={props.small}
          onCanvas={props.onCanvas}
        />
      ) : (
        <Multiples {...charts} pathOf={props.pathOf} />
      )}
      <Legend
        rows={rows}
        metric={metric}
        caption={caption}
        lines={overlay ? mostLines : 0}
        highlight={highlight}
        pathOf={props.pathOf}
        sayTime={(at) => time.point(at, span)}
        lens={props.lens}
        onRemove={props.onRemove}
      />
    </Panel>
  );
}
