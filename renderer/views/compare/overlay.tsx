import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesName } from '../../api/point-ring.ts';
import type { Store } from '../../api/store.ts';
import type { ChartCursor } from '../../charts/chart-cursor.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { OverlayChart } from '../../charts/overlay-chart.tsx';
import { type History, mostLines, overlayOf } from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import type { Steer } from '../../charts/steer.ts';
import type { AxisTime } from '../../charts/time-chart-time.ts';
import { formatOf, unitOf } from '../../format/metric-format.ts';
import { useFormat } from '../../format/use-format.ts';
import type { LensLinks } from './lens-links.ts';
import { useSayMark } from './use-say-mark.ts';

/** Pixels; two charts share the height of the window. */
const height = 300;
const smallHeight = 200;

/** One metric of up to a dozen proxies on one chart. */
export function Overlay(props: {
  histories: readonly History[];
  /** The same at another time. */
  pale: readonly History[];
  metric: SeriesName;
  span: TimeSpan;
  /** The span in words. */
  saySpan: string;
  highlight: Store<string | null>;
  cursor: ChartCursor;
  time: AxisTime;
  steer: Steer;
  small: boolean;
  lens: LensLinks;
  onCanvas: (canvas: HTMLCanvasElement | null) => void;
}) {
  const { histories, pale, metric, span, time, cursor, steer } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const formatValue = useMemo(() => formatOf(format, metric), [format, metric]);
  const picture = useMemo(
    () => overlayOf([...histories.slice(0, mostLines), ...pale], metric, span),
    [histories, pale, metric, span],
  );
  const sayTime = (at: number): string => time.point(at, span);
  const sayMark = useSayMark(sayTime);
  const name = t(`metrics.${metric}`);
  return (
    <ChartFrame
      kind={t('compare:chart')}
      label={t('compare:chartKeys', { metric: name })}
      span={span}
      cursor={cursor}
      times={() => picture.at}
      onSpan={steer.onMove}
      onReset={steer.onReset}
    >
      <OverlayChart
        picture={picture}
        unit={unitOf[metric]}
        height={props.small ? smallHeight : height}
        cursor={cursor}
        label={t('compare:chartOf', {
          metric: name,
          count: Math.min(histories.length, mostLines),
          span: props.saySpan,
        })}
        marksLabel={t('compare:marksOf', { metric: name })}
        highlight={props.highlight}
        formatValue={formatValue}
        hourCycle={format.hourCycle}
        formatTime={time.label}
        sayTime={sayTime}
        saySince={(since) => t('compare:table.recordedSince', { time: format.dateTime(since) })}
        sayMark={sayMark}
        sayMoreMarks={(count) => t('compare:moreMarks', { count })}
        linkOfMark={props.lens.linkOf}
        onOpenMark={props.lens.onOpen}
        onSpan={steer.onSpan}
        onCanvas={props.onCanvas}
      />
    </ChartFrame>
  );
}
