import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesName } from '../../api/point-ring.ts';
import type { Store } from '../../api/store.ts';
import type { ChartCursor } from '../../charts/chart-cursor.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { OverlayChart } from '../../charts/overlay-chart.tsx';
import {
  type History,
  mostLines,
  type OverlayMark,
  overlayOf,
} from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import type { AxisTime } from '../../charts/time-chart-time.ts';
import { formatOf, unitOf } from '../../format/metric-format.ts';
import { useFormat } from '../../format/use-format.ts';

/** Pixels; two charts share the height of the window. */
const height = 300;
const smallHeight = 200;

/** One metric of up to a dozen proxies on one chart. */
export function Overlay(props: {
  histories: readonly History[];
  metric: SeriesName;
  span: TimeSpan;
  /** The span in words. */
  saySpan: string;
  highlight: Store<string | null>;
  cursor: ChartCursor;
  time: AxisTime;
  /** A span was dragged over. */
  onSpan: (span: TimeSpan) => void;
  /** Wheel or keys move the span: many times in a second. */
  onMove: (span: TimeSpan) => void;
  onReset: () => void;
  small: boolean;
  onCanvas: (canvas: HTMLCanvasElement | null) => void;
}) {
  const { histories, metric, span, time, cursor } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const formatValue = useMemo(() => formatOf(format, metric), [format, metric]);
  const picture = useMemo(
    () => overlayOf(histories.slice(0, mostLines), metric, span),
    [histories, metric, span],
  );
  const sayTime = (at: number): string => time.point(at, span.to - span.from);
  const sayMark = ({ kind, name, at }: OverlayMark): string =>
    t(kind === 'restart' ? 'compare:restartOf' : 'compare:changeOf', { name, time: sayTime(at) });
  const label = t('compare:chartOf', {
    metric: t(`metrics.${metric}`),
    count: picture.lines.length,
    span: props.saySpan,
  });
  return (
    <ChartFrame
      kind={t('compare:chart')}
      label={t('compare:chartKeys', { metric: t(`metrics.${metric}`) })}
      span={span}
      cursor={cursor}
      times={picture.at}
      onSpan={props.onMove}
      onReset={props.onReset}
    >
      <OverlayChart
        picture={picture}
        unit={unitOf[metric]}
        height={props.small ? smallHeight : height}
        cursor={cursor}
        label={label}
        highlight={props.highlight}
        formatValue={formatValue}
        hourCycle={format.hourCycle}
        formatTime={time.label}
        sayTime={sayTime}
        saySince={(since) => t('compare:table.recordedSince', { time: format.dateTime(since) })}
        sayMark={sayMark}
        onSpan={props.onSpan}
        onCanvas={props.onCanvas}
      />
    </ChartFrame>
  );
}
