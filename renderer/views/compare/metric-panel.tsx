import { useMemo } from 'react';
import type { SeriesName } from '../../api/point-ring.ts';
import type { Store } from '../../api/store.ts';
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
  span: TimeSpan;
  saySpan: string;
  caption: string;
  highlight: Store<string | null>;
  time: AxisTime;
  small: boolean;
  change: ChangeCompareView;
  onCanvas: (canvas: HTMLCanvasElement | null) => void;
}) {
  const { histories, metric, view, span, caption, highlight, time, change } = props;
  const rows = useMemo(() => legendRows(histories, metric, span), [histories, metric, span]);
  const overlay = view.picture === 'overlay';
  return (
    <Panel title={caption}>
      {overlay && (
        <Overlay
          histories={histories}
          metric={metric}
          span={span}
          saySpan={props.saySpan}
          highlight={highlight}
          time={time}
          change={change}
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
        sayTime={(at) => time.point(at, span.to - span.from)}
        onRemove={(id) => change({ ids: view.ids.filter((each) => each !== id) })}
      />
    </Panel>
  );
}
