import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesName } from '../../../api/point-ring.ts';
import type { Readable } from '../../../api/store.ts';
import classes from '../../../charts/time-chart.module.css';
import { TimeChart } from '../../../charts/time-chart.tsx';
import type { ChartPicture } from '../../../charts/time-chart-series.ts';
import { createChartTime } from '../../../charts/time-chart-time.ts';
import { Panel } from '../../../components/panel.tsx';
import { formatOf, unitOf } from '../../../format/metric-format.ts';
import { useFormat } from '../../../format/use-format.ts';
import { ChartTable } from './chart-table.tsx';

const chartHeight = 168;

/** One metric over time, as a chart or as a table of the same numbers. */
export function ChartPanel(props: {
  series: SeriesName;
  picture: Readable<ChartPicture | null>;
  cursorKey: string;
  /** The range in words. */
  rangeLabel: string;
}) {
  const { series, picture } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const timeRef = useRef<HTMLElement>(null);
  const valueRef = useRef<HTMLElement>(null);
  const bandRef = useRef<HTMLElement>(null);
  const formatValue = useMemo(() => formatOf(format, series), [format, series]);
  const formatTime = useMemo(() => createChartTime(format.locale, format.hourCycle), [format]);
  const title = t(`metrics.${series}`);

  const onReadOut = useCallback(
    (shown: ChartPicture, index: number, underCursor: boolean) => {
      const at = shown.at[index];
      const value = shown.mean[index] ?? null;
      const low = shown.min?.[index] ?? null;
      const high = shown.max?.[index] ?? null;
      const dated = at !== undefined && (underCursor || isOld(shown, at));
      write(timeRef, dated ? formatTime(at, true) : '');
      write(valueRef, value === null ? t('noData') : formatValue(value));
      write(
        bandRef,
        low === null || high === null || low === high
          ? ''
          : t('proxy:charts.band', { min: formatValue(low), max: formatValue(high) }),
      );
    },
    [t, formatValue, formatTime],
  );

  const toggle = t(asTable ? 'proxy:charts.asChart' : 'proxy:charts.asTable', { metric: title });
  return (
    <Panel
      level={3}
      title={title}
      aside={
        <Group gap={6} wrap="nowrap">
          <span className={classes.readout} aria-hidden>
            <span ref={timeRef} />
            <strong ref={valueRef} />
            <span ref={bandRef} />
          </span>
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
          height={chartHeight}
          caption={t('proxy:charts.tableOf', { metric: title, range: props.rangeLabel })}
          formatValue={formatValue}
          formatTime={formatTime}
        />
      ) : (
        <TimeChart
          picture={picture}
          unit={unitOf[series]}
          height={chartHeight}
          cursorKey={props.cursorKey}
          label={t('proxy:charts.chartOf', { metric: title, range: props.rangeLabel })}
          formatValue={formatValue}
          formatTime={formatTime}
          hourCycle={format.hourCycle}
          onReadOut={onReadOut}
        />
      )}
    </Panel>
  );
}

/** The share of a range after which its newest value is shown with its time, so that it is not taken for one of now. */
const oldAfter = 1 / 20;

function isOld({ from, to }: ChartPicture, at: number): boolean {
  return to - at > (to - from) * oldAfter;
}

/** The read-out follows the pointer, outside of React. */
function write(target: RefObject<HTMLElement | null>, text: string): void {
  if (target.current !== null) target.current.textContent = text;
}
