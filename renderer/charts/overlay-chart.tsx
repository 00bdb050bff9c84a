import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { HourCycle } from '../../shared/texts/format.ts';
import { cssValues } from '../api/css-values.ts';
import { createStore, type Store } from '../api/store.ts';
import type { ChartUnit } from './chart-axes.ts';
import type { ChartCursor } from './chart-cursor.ts';
import { hueNames } from './line-look.ts';
import { MarkButtons } from './mark-buttons.tsx';
import classes from './overlay.module.css';
import { overlayOptions } from './overlay-options.ts';
import { OverlayReadOut, type ReadOut } from './overlay-read-out.tsx';
import { marksNear, type OverlayMark, type OverlayPicture, readOut } from './overlay-series.ts';
import type { TimeSpan } from './sparkline-series.ts';
import { chartFont } from './time-chart.tsx';

const colorNames = {
  ...hueNames,
  grid: '--spcp-grid',
  text: '--spcp-muted',
  surface: '--spcp-surface',
  restart: '--spcp-mark-restart',
  change: '--spcp-mark-change',
} as const;

/** How far from the cursor a mark is still read out, as a part of the span. */
const markReach = 1 / 100;

export interface OverlayChartProps {
  readonly picture: OverlayPicture;
  readonly unit: ChartUnit;
  readonly height: number;
  /** What all charts of the page point at. */
  readonly cursor: ChartCursor;
  /** Says in words what the picture is of. */
  readonly label: string;
  /** The id of the proxy that stands out, whoever says so. */
  readonly highlight: Store<string | null>;
  readonly formatValue: (value: number | null) => string;
  readonly hourCycle: HourCycle;
  readonly formatTime: (at: number, step: number) => string;
  readonly sayTime: (at: number) => string;
  readonly saySince: (since: number) => string;
  readonly sayMark: (mark: OverlayMark) => string;
  readonly sayMoreMarks: (count: number) => string;
  /** The link to what came of a mark; null where there is none. */
  readonly linkOfMark: (mark: OverlayMark) => string | null;
  /** Shows it here. */
  readonly onOpenMark: (mark: OverlayMark) => void;
  /** Names what holds the marks. */
  readonly marksLabel: string;
  readonly onSpan: (span: TimeSpan) => void;
  /** Gets the canvas that is drawn on, and null when it is gone. */
  readonly onCanvas?: (canvas: HTMLCanvasElement | null) => void;
}

/** Up to a dozen lines on one axis. Drawn outside of React; only the read-out under the cursor is not. */
export function OverlayChart(props: OverlayChartProps) {
  const { picture, unit, height, cursor, highlight, formatValue, formatTime, hourCycle } = props;
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const container = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  /** The lines that the plot was made for. */
  const madeFor = useRef('');
  const latest = useRef(props);
  latest.current = props;
  const scheme = useComputedColorScheme('light');
  // What lies under the cursor changes with each move of the pointer: only the read-out is drawn again for it.
  const [readOutOf] = useState<Store<ReadOut | null>>(() => createStore<ReadOut | null>(null));
  const [plotArea, setPlotArea] = useState({ left: 0, width: 0 });
  const known = width > 0;
  // Other looks are another plot; other values of the same lines are not.
  const looks = picture.lines.map(({ look, pale }) => `${look}${pale ? ' pale' : ''}`).join();
  const size = useRef({ width, height });
  size.current = { width, height };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other colours, which are read from the element
  useEffect(() => {
    const element = container.current;
    if (element === null || !known) return;
    let near: number | null = null;
    let index: number | null = null;
    // Asked of the page with each move, it would have to be laid out each time.
    let placed = 0;
    const tell = (): void => {
      const { picture: current, sayTime } = latest.current;
      const at = index === null ? undefined : current.at[index];
      if (index === null || at === undefined) {
        readOutOf.set(null);
        return;
      }
      readOutOf.set({
        left: placed + (chart.cursor.left ?? 0),
        width: size.current.width,
        time: sayTime(at),
        rows: readOut(current, index),
        marks: marksNear(current, at, (current.to - current.from) * markReach),
        near,
      });
    };
    const lineOf = (id: string | null): number =>
      latest.current.picture.lines.findIndex((each) => each.id === id);
    const options = overlayOptions({
      ...size.current,
      unit,
      cursor,
      looks: latest.current.picture.lines,
      colors: { ...cssValues(element, colorNames), font: chartFont },
      picture: () => latest.current.picture,
      formatValue,
      formatTime,
      hourCycle,
      saySince: (since) => latest.current.saySince(since),
      onPlaced: (left, wide) => {
        placed = left;
        setPlotArea((before) =>
          before.left === left && before.width === wide ? before : { left, width: wide },
        );
      },
      onCursor: (next) => {
        index = next;
        tell();
      },
      highlighted: () => lineOf(highlight.get()),
      onNear: (line, own) => {
        near = line;
        if (!own) return;
        const id = line === null ? null : (latest.current.picture.lines[line]?.id ?? null);
        highlight.set(id);
        tell();
      },
      onSpan: (span) => latest.current.onSpan(span),
    });
    const chart = new uPlot(options, columnsOf(latest.current.picture), element);
    plot.current = chart;
    madeFor.current = looks;
    latest.current.onCanvas?.(chart.ctx.canvas);
    const unsubscribe = highlight.subscribe(() => {
      const line = lineOf(highlight.get());
      if (line === (near ?? -1)) return;
      chart.setSeries(line < 0 ? null : line + 1, { focus: true });
    });
    return () => {
      unsubscribe();
      latest.current.onCanvas?.(null);
      plot.current = null;
      chart.destroy();
    };
  }, [unit, cursor, looks, highlight, formatValue, formatTime, hourCycle, known, scheme]);

  // With the numbers beneath, in the same picture of the page. A plot of other lines is made anew with its data.
  useLayoutEffect(() => {
    if (madeFor.current === looks) plot.current?.setData(columnsOf(picture));
  }, [picture, looks]);

  useEffect(() => {
    if (width > 0) plot.current?.setSize({ width, height });
  }, [width, height]);

  return (
    <div ref={measured} className={classes.plot} style={{ height }}>
      <div ref={container} role="img" aria-label={props.label} />
      <MarkButtons
        marks={picture.marks}
        span={picture}
        left={plotArea.left}
        width={plotArea.width}
        label={props.marksLabel}
        sayMark={props.sayMark}
        sayMore={props.sayMoreMarks}
        linkOf={props.linkOfMark}
        onOpen={props.onOpenMark}
      />
      <OverlayReadOut readOut={readOutOf} formatValue={formatValue} sayMark={props.sayMark} />
    </div>
  );
}

/** The columns as the chart library takes them. */
function columnsOf({ at, lines }: OverlayPicture): uPlot.AlignedData {
  return [[...at], ...lines.map(({ values }) => [...values])];
}
