import { useCallback, useMemo } from 'react';
import type { SeriesName } from '../../api/point-ring.ts';
import type { Store } from '../../api/store.ts';
import type { ChartCursor } from '../../charts/chart-cursor.ts';
import { dragged, spanFields } from '../../charts/chart-span.ts';
import { type History, mostLines } from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import type { AxisTime } from '../../charts/time-chart-time.ts';
import { Panel } from '../../components/panel.tsx';
import type { ChangeCompareView, CompareView } from './compare-view.ts';
import { Legend } from './legend.tsx';
import { legendRows } from './legend-rows.ts';
import { Overlay } from './overlay.tsx';

/** One metric of the chosen proxies: its chart where there is one, and its numbers. */
export function MetricPanel(props: {
  histories: readonly History[];
  metric: SeriesName;
  view: CompareView;
  /** Of which the numbers are. */
  span: TimeSpan;
  /** What the chart shows meanwhile. */
  shown: TimeSpan;
  saySpan: string;
  caption: string;
  highlight: Store<string | null>;
  cursor: ChartCursor;
  pathOf: (id: string) => string;
  time: AxisTime;
  small: boolean;
  change: ChangeCompareView;
  onMove: (span: TimeSpan) => void;
  onReset: () => void;
  onCanvas: (canvas: HTMLCanvasElement | null) => void;
}) {
  const { histories, metric, view, span, caption, highlight, time, change } = props;
  const rows = useMemo(() => legendRows(histories, metric, span), [histories, metric, span]);
  const onSpan = useCallback((next: TimeSpan) => change(spanFields(dragged(next))), [change]);
  const overlay = view.picture === 'overlay';
  return (
    <Panel title={caption}>
      {overlay && (
        <Overlay
          histories={histories}
          metric={metric}
          span={props.shown}
          saySpan={props.saySpan}
          highlight={highlight}
          cursor={props.cursor}
          time={time}
          onSpan={onSpan}
          onMove={props.onMove}
          onReset={props.onReset}
          small={props.small}
          onCanvas={props.onCanvas}
        />
      )}
      <Legend
        rows={rows}
        metric={metric}
        caption={caption}
        lines={overlay ? mostLines : 0}
        highlight={highlight}
        pathOf={props.pathOf}
        sayTime={(at) => time.point(at, span.to - span.from)}
        onRemove={(id) => change({ ids: view.ids.filter((each) => each !== id) })}
      />
    </Panel>
  );
}
