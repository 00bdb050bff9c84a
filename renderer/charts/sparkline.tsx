import { useComputedColorScheme } from '@mantine/core';
import { use, useCallback, useEffect, useRef } from 'react';
import { useApi, usePoints } from '../api/context.ts';
import { onNextPicture, onResize, pixelRatio, styleValue } from '../api/page.ts';
import type { LivePoints } from '../api/point-ring.ts';
import classes from './sparkline.module.css';
import { paintSparkline, type SparklineColors } from './sparkline-paint.ts';
import { SparklineScopeContext } from './sparkline-scope.ts';
import { sparklineSeries } from './sparkline-series.ts';

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

/**
 * What one proxy did, painted outside of React: the metric, the span and the scale are those of `SparklineScopeContext`. `label` says to
 * screen readers what it shows; `onPeak` hears the greatest value.
 */
export function Sparkline(props: {
  id: string;
  stale: boolean;
  label: string;
  onPeak?: (peak: number | null) => void;
}) {
  const { id, stale, label, onPeak } = props;
  const { series, spanMs, top, older } = use(SparklineScopeContext);
  const { fleet } = useApi();
  const scheme = useComputedColorScheme('light');
  const canvas = useRef<HTMLCanvasElement>(null);
  const cancel = useRef<(() => void) | null>(null);

  const draw = useCallback(
    (ring: LivePoints): void => {
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
        const points = { ring, older: older?.of(id) ?? null };
        const span = { from: to - spanMs, to };
        const shown = sparklineSeries(points, series, span, top?.get() ?? null);
        paintSparkline(context, { width, height, ratio }, shown, colorsIn(scheme, stale, element));
        onPeak?.(shown.peak);
      });
    },
    [fleet, id, series, spanMs, top, older, stale, scheme, onPeak],
  );
  usePoints(id, draw);
  useEffect(() => {
    const redraw = (): void => draw(fleet.points(id));
    const stopResize = canvas.current === null ? undefined : onResize(canvas.current, redraw);
    const timer = stale ? setInterval(redraw, staleRedrawMs) : undefined;
    const stopTop = top?.subscribe(redraw);
    const stopOlder = older?.want(id, redraw);
    return () => {
      stopResize?.();
      stopTop?.();
      stopOlder?.();
      clearInterval(timer);
      cancel.current?.();
      cancel.current = null;
    };
  }, [fleet, id, top, older, stale, draw]);
  return <canvas ref={canvas} className={classes.canvas} role="img" aria-label={label} />;
}
