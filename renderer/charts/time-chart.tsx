import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { HistoryMark } from '../../shared/model/history.ts';
import type { HourCycle } from '../../shared/texts/format.ts';
import { cssValues } from '../api/css-values.ts';
import { onNextPicture, pageIsVisible } from '../api/page.ts';
import type { Readable } from '../api/store.ts';
import type { ChartUnit } from './chart-axes.ts';
import type { ChartCursor } from './chart-cursor.ts';
import { PictureMarks } from './picture-marks.tsx';
import type { TimeSpan } from './sparkline-series.ts';
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
  readonly cursor: ChartCursor;
  /** Says in words what the picture is of. */
  readonly label: string;
  readonly formatValue: (value: number) => string;
  readonly hourCycle: HourCycle;
  /** Epoch milliseconds on an axis whose lines lie `step` apart. */
  readonly formatTime: (at: number, step: number) => string;
  readonly saySince: (since: number) => string;
  /** Names what holds the marks. */
  readonly marksLabel: string;
  readonly sayMark: (mark: HistoryMark) => string;
  readonly sayMoreMarks: (count: number) => string;
  /** The link to what came of a mark; null where there is none. */
  readonly linkOfMark: (mark: HistoryMark) => string | null;
  /** A span was dragged over. */
  readonly onSpan: (span: TimeSpan) => void;
  /** The point to read out: the one under the cursor, else the newest with a value; -1 where there is none. */
  readonly onReadOut: (picture: ChartPicture, index: number, underCursor: boolean) => void;
}

/** A line over time with a band between minimum and maximum, gaps as gaps, and marks. */
export function TimeChart(props: TimeChartProps) {
  const { picture, unit, height, cursor, formatValue, formatTime, hourCycle, onReadOut } = props;
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const container = useRef<HTMLDivElement>(null);
  const size = useRef({ width: 0, height });
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [area, setArea] = useState({ left: 0, width: 0 });
  const scheme = useComputedColorScheme('light');
  const known = width > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other colours, which are read from the element
  useEffect(() => {
    const element = container.current;
    if (element === null || !known) return;
    let shown = picture.get();
    let pointed: number | null = null;
    const readOut = (): void => {
      if (shown === null) return;
      const under = pointed !== null && pointed < shown.at.length ? pointed : null;
      onReadOut(shown, under ?? lastValue(shown), under !== null);
    };
    const options = timeChartOptions({
      ...size.current,
      unit,
      cursor,
      colors: { ...cssValues(element, colorNames), font: chartFont },
      picture: () => shown,
      formatValue,
      formatTime,
      hourCycle,
      saySince: (since) => latest.current.saySince(since),
      onCursor: (index) => {
        pointed = index;
        readOut();
      },
      onSpan: (span) => latest.current.onSpan(span),
      onPlaced: (left, wide) =>
        setArea((before) =>
          before.left === left && before.width === wide ? before : { left, width: wide },
        ),
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
  }, [picture, unit, cursor, formatValue, formatTime, hourCycle, onReadOut, known, scheme]);

  useEffect(() => {
    size.current = { width, height };
    if (width > 0) plot.current?.setSize(size.current);
  }, [width, height]);

  return (
    <div ref={measured} className={classes.plot} style={{ height }}>
      <div ref={container} role="img" aria-label={props.label} />
      <PictureMarks
        picture={picture}
        area={area}
        label={props.marksLabel}
        sayMark={props.sayMark}
        sayMore={props.sayMoreMarks}
        linkOf={props.linkOfMark}
      />
    </div>
  );
}

export const chartFont = '11px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
