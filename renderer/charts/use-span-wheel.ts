import { type RefObject, useEffect, useRef } from 'react';
import { onWheel } from '../api/page.ts';
import { spanOfWheel } from './chart-steps.ts';
import type { TimeSpan } from './sparkline-series.ts';

/** What is drawn over time, from its left edge to its right: the plot of the chart library, or what says so of itself. */
const plotSelector = '.u-over, [data-plot]';

/** Zooms and goes back and forth in time by the wheel over any plot in what holds it, as `spanOfWheel` says. The wheel alone scrolls the page. */
export function useSpanWheel(
  holder: RefObject<HTMLElement | null>,
  span: TimeSpan,
  onSpan: (span: TimeSpan) => void,
): void {
  const latest = useRef({ span, onSpan });
  useEffect(() => {
    latest.current = { span, onSpan };
  });
  useEffect(() => {
    if (holder.current === null) return;
    return onWheel(holder.current, (event) => {
      const now = latest.current;
      const plot = event.target instanceof Element && event.target.closest(plotSelector);
      if (!plot) return false;
      const { left, width } = plot.getBoundingClientRect();
      const part = (event.clientX - left) / width;
      const at = now.span.from + part * (now.span.to - now.span.from);
      const next = spanOfWheel(event, now.span, at, width);
      if (next !== null) now.onSpan(next);
      return next !== null;
    });
  }, [holder]);
}
