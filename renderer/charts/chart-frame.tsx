import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { ChartCursor } from './chart-cursor.ts';
import classes from './chart-frame.module.css';
import { timeBeside } from './chart-points.ts';
import { stepOfKey } from './chart-steps.ts';
import type { TimeSpan } from './sparkline-series.ts';
import { useSpanWheel } from './use-span-wheel.ts';

export interface ChartFrameProps {
  /** Says what the chart is and which keys it knows. */
  readonly label: string;
  /** What kind of thing this is, in a word or two. */
  readonly kind: string;
  readonly span: TimeSpan;
  readonly cursor: ChartCursor;
  /** The times at which there is something to read by now, rising. */
  readonly times: () => readonly number[];
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
  useSpanWheel(frame, props.span, props.onSpan);
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
    else cursor.set(timeBeside(times(), span, cursor.get(), step.by));
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
