import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import type { PointSeries } from '../../../api/point-ring.ts';
import type { Readable } from '../../../api/store.ts';
import type { ChartCursor } from '../../../charts/chart-cursor.ts';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { lensLinkOf } from '../../../charts/mark-lens.ts';
import type { TimeSpan } from '../../../charts/sparkline-series.ts';
import type { Steer } from '../../../charts/steer.ts';
import { TimeChart } from '../../../charts/time-chart.tsx';
import type { ChartMark, ChartPicture } from '../../../charts/time-chart-series.ts';
import { Panel } from '../../../components/panel.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './chart-panel.module.css';
import { ChartTable } from './chart-table.tsx';
import { newestReading } from './newest-reading.ts';
import { ReadOut, type ReadOutHandle } from './read-out.tsx';
import { seriesOf } from './series.ts';
import type { ChartWords } from './use-chart-words.ts';

/** Pixels of a chart with its axes: that which has a row of its own, and the others. */
const heights = { wide: 136, small: 110 } as const;

/** One metric over time, as a chart or as a table of the same numbers. */
export const ChartPanel = memo(function ChartPanel(props: {
  id: string;
  series: PointSeries;
  picture: Readable<ChartPicture | null>;
  wide: boolean;
  /** The span ends now. */
  follows: boolean;
  cursor: ChartCursor;
  words: ChartWords;
  /** The span in words. */
  saySpan: string;
  steer: Steer;
}) {
  const { id, series, picture, follows, cursor, words, saySpan, steer } = props;
  const { fleet } = useApi();
  const { t } = useTranslation();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const readOut = useRef<ReadOutHandle>(null);
  const { title, unit, formatValue } = useMemo(
    () => seriesOf(series, t, format),
    [series, t, format],
  );
  const height = props.wide ? heights.wide : heights.small;
  const toggle = t(asTable ? 'proxy:charts.asChart' : 'proxy:charts.asTable', { metric: title });
  const span = useMemo(() => spanNow(picture), [picture]);
  const linkOf = useCallback((mark: ChartMark) => lensLinkOf(id, mark), [id]);
  const newest = useMemo(
    () => (follows ? newestReading(fleet, id, series) : null),
    [follows, fleet, id, series],
  );
  const focused = useRef(false);
  const onReadOut = useCallback(
    (shown: ChartPicture, index: number, underCursor: boolean) =>
      readOut.current?.show(shown, index, underCursor, focused.current),
    [],
  );
  return (
    <Panel
      level={3}
      title={title}
      aside={
        <Group gap={6} wrap="nowrap">
          <ReadOut
            handle={readOut}
            newest={newest}
            words={words}
            formatValue={formatValue}
            hidden={asTable}
          />
          <Tooltip label={toggle}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={toggle}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? (
                <IconChartLine size={16} aria-hidden />
              ) : (
                <IconTable size={16} aria-hidden />
              )}
            </ActionIcon>
          </Tooltip>
        </Group>
      }
    >
      {asTable ? (
        <ChartTable
          picture={picture}
          caption={t('proxy:charts.tableOf', { metric: title, span: saySpan })}
          formatValue={formatValue}
          words={words}
          linkOf={linkOf}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: only notes where the focus is
        <div
          className={classes.chart}
          onFocus={() => {
            focused.current = true;
          }}
          onBlur={() => {
            focused.current = false;
          }}
        >
          <ChartFrame
            kind={t('compare:chart')}
            label={t('compare:chartKeys', { metric: title })}
            span={span}
            cursor={cursor}
            times={() => picture.get()?.at ?? []}
            onSpan={steer.onMove}
            onReset={steer.onReset}
          >
            <TimeChart
              picture={picture}
              unit={unit}
              height={height}
              cursor={cursor}
              label={t('proxy:charts.chartOf', { metric: title, span: saySpan })}
              formatValue={formatValue}
              hourCycle={format.hourCycle}
              formatTime={words.time.label}
              saySince={saidAbove}
              marksLabel={t('compare:marksOf', { metric: title })}
              sayMark={words.sayMark}
              sayMoreMarks={words.sayMoreMarks}
              linkOfMark={linkOf}
              onSpan={steer.onSpan}
              onReadOut={onReadOut}
            />
          </ChartFrame>
        </div>
      )}
    </Panel>
  );
});

/** Since when there is a record, the heading of the charts says. */
const saidAbove = (): string => '';

/** The span of the picture at the moment in which it is looked at: the panel is not rendered again with each picture. */
function spanNow(picture: Readable<ChartPicture | null>): TimeSpan {
  return {
    get from() {
      return picture.get()?.from ?? 0;
    },
    get to() {
      return picture.get()?.to ?? 1;
    },
  };
}
