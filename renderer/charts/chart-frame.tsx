import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { onWheel } from '../api/page.ts';
import type { ChartCursor } from './chart-cursor.ts';
import classes from './chart-frame.module.css';
import { timeBeside } from './chart-points.ts';
import { spanOfWheel, stepOfKey } from './chart-steps.ts';
import type { TimeSpan } from './sparkline-series.ts';

/** What in a frame is drawn over time, from its left edge to its right: the plot of the chart library, or what says so of itself. */
const plotSelector = '.u-over, [data-plot]';

export interface ChartFrameProps {
  /** Says what the chart is and which keys it knows. */
  readonly label: string;
  /** What kind of thing this is, in a word or two. */
  readonly kind: string;
  readonly span: TimeSpan;
  readonly cursor: ChartCursor;
  /** The times at which there is something to read, rising. */
  readonly times: readonly number[];
  /** Hears each step of the wheel and each key: many in a second. */
  readonly onSpan: (span: TimeSpan) => void;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

/**
 * Holds a chart over time, takes the focus, and zooms and reads by wheel and keys as `stepOfKey` and `spanOfWheel` say. The wheel alone
 * scrolls the page.
 */
export function ChartFrame(props: ChartFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (frame.current === null) return;
    return onWheel(frame.current, (event) => {
      const { span, onSpan } = latest.current;
      const plot = event.target instanceof Element && event.target.closest(plotSelector);
      if (!plot) return false;
      const { left, width } = plot.getBoundingClientRect();
      const at = span.from + ((event.clientX - left) / width) * (span.to - span.from);
      const next = spanOfWheel(event, span, at, width);
      if (next !== null) onSpan(next);
      return next !== null;
    });
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    // A button within the frame has keys of its own.
    if (event.target !== event.currentTarget) return;
    const { span, cursor, times, onSpan, onReset } = props;
    const step = stepOfKey(event, span);
    if (step === null) return;
    event.preventDefault();
    if (step.kind === 'span') onSpan(step.span);
    else if (step.kind === 'reset') onReset();
    else if (step.kind === 'no-cursor') cursor.set(null);
    else cursor.set(timeBeside(times, span, cursor.get(), step.by));
  };

  return (
    <div
      ref={frame}
      className={classes.frame}
      // Its keys are its own: a screen reader must hand them on.
      role="application"
      aria-roledescription={props.kind}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys are heard where the focus is
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => props.cursor.set(null)}
    >
      {props.children}
    </div>
  );
}
