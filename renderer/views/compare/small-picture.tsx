import { useComputedColorScheme } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type ComponentProps, useEffect, useRef } from 'react';
import { cssValues } from '../../api/css-values.ts';
import { pixelRatio } from '../../api/page.ts';
import type { ChartCursor } from '../../charts/chart-cursor.ts';
import { MarkButtons } from '../../charts/mark-buttons.tsx';
import { paintSmall } from '../../charts/multiples-paint.ts';
import type { SmallPicture } from '../../charts/multiples-series.ts';
import type { OverlayMark } from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import classes from './multiples.module.css';

const colorNames = {
  line: '--spcp-line',
  fill: '--spcp-line-fill',
  pale: '--spcp-muted',
  grid: '--spcp-border',
  restart: '--spcp-mark-restart',
  change: '--spcp-mark-change',
} as const;

/** One proxy's line on the scale of all. Points at a time with all other charts. */
export function SmallCanvas(props: {
  picture: SmallPicture;
  span: TimeSpan;
  cursor: ChartCursor;
  label: string;
  /** What happened, and where that leads. */
  marks: Omit<ComponentProps<typeof MarkButtons<OverlayMark>>, 'span' | 'left' | 'width'>;
}) {
  const { picture, span, cursor } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const rule = useRef<HTMLSpanElement>(null);
  const { ref, width, height } = useElementSize<HTMLCanvasElement>();
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other colours, which are read from the element
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || width === 0) return;
    const ratio = pixelRatio();
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    paintSmall(context, { width, height, ratio }, picture, cssValues(element, colorNames));
  }, [picture, width, height, scheme]);
  useEffect(() => {
    const point = (): void => {
      const at = cursor.get();
      const place = at === null ? -1 : (at - span.from) / (span.to - span.from);
      if (rule.current === null) return;
      rule.current.hidden = place < 0 || place > 1;
      rule.current.style.left = `${place * 100}%`;
    };
    point();
    return cursor.subscribe(point);
  }, [cursor, span]);
  return (
    <div
      className={classes.plot}
      data-plot
      onPointerMove={(event) => {
        const { left, width: wide } = event.currentTarget.getBoundingClientRect();
        cursor.set(span.from + ((event.clientX - left) / wide) * (span.to - span.from));
      }}
      onPointerLeave={() => cursor.set(null)}
    >
      <canvas
        ref={useMergedRef(canvas, ref)}
        className={classes.canvas}
        role="img"
        aria-label={props.label}
      />
      <span ref={rule} className={classes.rule} hidden />
      <MarkButtons<OverlayMark> {...props.marks} span={span} left={0} width={width} />
    </div>
  );
}
