import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { useApi, usePoints } from '../api/context.ts';
import { onNextPicture, onResize, pixelRatio, styleValue } from '../api/page.ts';
import type { PointRing, SeriesName } from '../api/point-ring.ts';
import classes from './sparkline.module.css';
import { paintSparkline, type SparklineColors } from './sparkline-paint.ts';
import { sparklineSeries } from './sparkline-series.ts';

const spanMs = 5 * 60_000;

/** While no points come the picture must still move, or it would look as if the last of them were of now. */
const staleRedrawMs = 5000;

const colorsOf = new Map<string, SparklineColors>();

/** Reading a style costs more than painting, so it is read once for each colour scheme. */
function colorsIn(scheme: string, stale: boolean, canvas: Element): SparklineColors {
  const key = `${scheme} ${stale}`;
  const known = colorsOf.get(key);
  if (known !== undefined) return known;
  const line = stale ? '--spcp-off' : '--spcp-line';
  const colors = {
    line: styleValue(canvas, line),
    fill: stale ? 'transparent' : styleValue(canvas, '--spcp-line-fill'),
    grid: styleValue(canvas, '--spcp-border'),
  };
  colorsOf.set(key, colors);
  return colors;
}

/** The last five minutes of one proxy, painted outside of React. `label` says to screen readers what it shows; `onPeak` hears the greatest value. */
export function Sparkline(props: {
  id: string;
  series: SeriesName;
  stale: boolean;
  label: string;
  onPeak: (peak: number | null) => void;
}) {
  const { id, series, stale, label, onPeak } = props;
  const { fleet } = useApi();
  const scheme = useComputedColorScheme('light');
  const canvas = useRef<HTMLCanvasElement>(null);
  const cancel = useRef<(() => void) | null>(null);

  const draw = useCallback(
    (ring: PointRing): void => {
      // Several frames may come before a picture, and none is wanted while the page is hidden.
      if (cancel.current !== null) return;
      cancel.current = onNextPicture(() => {
        cancel.current = null;
        const element = canvas.current;
        const context = element?.getContext('2d');
        if (!element || !context) return;
        const ratio = pixelRatio();
        const { clientWidth: width, clientHeight: height } = element;
        if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio);
        if (element.height !== Math.round(height * ratio)) {
          element.height = Math.round(height * ratio);
        }
        const to = fleet.now();
        const shown = sparklineSeries(ring, series, { from: to - spanMs, to });
        paintSparkline(context, { width, height, ratio }, shown, colorsIn(scheme, stale, element));
        onPeak(shown.peak);
      });
    },
    [fleet, series, stale, scheme, onPeak],
  );
  usePoints(id, draw);
  useEffect(() => {
    const redraw = (): void => draw(fleet.points(id));
    const stopResize = canvas.current === null ? undefined : onResize(canvas.current, redraw);
    const timer = stale ? setInterval(redraw, staleRedrawMs) : undefined;
    return () => {
      stopResize?.();
      clearInterval(timer);
      cancel.current?.();
      cancel.current = null;
    };
  }, [fleet, id, stale, draw]);
  return <canvas ref={canvas} className={classes.canvas} role="img" aria-label={label} />;
}
