import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { HourCycle } from '../../shared/texts/format.ts';
import { cssValues } from '../api/css-values.ts';
import { onNextPicture, pageIsVisible } from '../api/page.ts';
import type { Readable } from '../api/store.ts';
import type { ChartUnit } from './chart-axes.ts';
import classes from './time-chart.module.css';
import { timeChartOptions } from './time-chart-options.ts';
import { type ChartPicture, columnsOf, lastValue } from './time-chart-series.ts';

const colorNames = {
  line: '--spcp-line',
  fill: '--spcp-line-fill',
  grid: '--spcp-grid',
  text: '--spcp-muted',
  surface: '--spcp-surface',
  restart: '--spcp-mark-restart',
  change: '--spcp-mark-change',
} as const;

export interface TimeChartProps {
  /** What to show. Drawn whenever it changes, outside of React; while it is null the last picture stays. */
  readonly picture: Readable<ChartPicture | null>;
  readonly unit: ChartUnit;
  readonly height: number;
  readonly cursorKey: string;
  /** Says in words what the picture is of. */
  readonly label: string;
  readonly formatValue: (value: number) => string;
  readonly formatTime: (at: number, seconds: boolean) => string;
  readonly hourCycle: HourCycle;
  /** The point to read out: the one under the cursor, else the newest with a value; -1 where there is none. */
  readonly onReadOut: (picture: ChartPicture, index: number, underCursor: boolean) => void;
}

/** A line over time with a band between minimum and maximum, gaps as gaps, and marks. */
export function TimeChart(props: TimeChartProps) {
  const { picture, unit, height, cursorKey, formatValue, formatTime, hourCycle, onReadOut } = props;
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const container = useRef<HTMLDivElement>(null);
  const size = useRef({ width: 0, height });
  const plot = useRef<uPlot | null>(null);
  const scheme = useComputedColorScheme('light');
  const known = width > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other colours, which are read from the element
  useEffect(() => {
    const element = container.current;
    if (element === null || !known) return;
    let shown = picture.get();
    let cursor: number | null = null;
    const readOut = (): void => {
      if (shown === null) return;
      const under = cursor !== null && cursor < shown.at.length ? cursor : null;
      onReadOut(shown, under ?? lastValue(shown), under !== null);
    };
    const options = timeChartOptions({
      ...size.current,
      unit,
      cursorKey,
      colors: { ...cssValues(element, colorNames), font: chartFont },
      range: () => (shown === null ? [0, 1] : [shown.from, shown.to]),
      marks: () => shown?.marks ?? [],
      banded: () => shown?.min != null,
      formatValue,
      formatTime,
      hourCycle,
      onCursor: (index) => {
        cursor = index;
        readOut();
      },
    });
    const chart = new uPlot(options, shown === null ? [[], [], [], []] : columnsOf(shown), element);
    plot.current = chart;
    readOut();
    let cancel: (() => void) | null = null;
    const draw = (): void => {
      cancel = null;
      const next = picture.get();
      if (next === null || !pageIsVisible()) return;
      shown = next;
      chart.setData(columnsOf(next));
      readOut();
    };
    const unsubscribe = picture.subscribe(() => {
      cancel ??= onNextPicture(draw);
    });
    return () => {
      unsubscribe();
      cancel?.();
      plot.current = null;
      chart.destroy();
    };
  }, [picture, unit, cursorKey, formatValue, formatTime, hourCycle, onReadOut, known, scheme]);

  useEffect(() => {
    size.current = { width, height };
    if (width > 0) plot.current?.setSize(size.current);
  }, [width, height]);

  return (
    <div ref={measured} className={classes.plot} style={{ height }}>
      <div ref={container} role="img" aria-label={props.label} />
    </div>
  );
}

export const chartFont = '11px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
