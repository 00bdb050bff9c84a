import { scaled, shifted } from './chart-span.ts';
import type { TimeSpan } from './sparkline-series.ts';

/** As much of a key's event as matters here. */
type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;
/** As much of a wheel's event as matters here. */
type Wheel = Pick<
  WheelEvent,
  'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

/** What a chart is to do. */
export type ChartStep =
  | { readonly kind: 'span'; readonly span: TimeSpan }
  /** Back to the range that follows the clock. */
  | { readonly kind: 'reset' }
  /** The cursor by so many points; infinite for the first and the last. */
  | { readonly kind: 'cursor'; readonly by: number }
  | { readonly kind: 'no-cursor' };

const keyShift = 1 / 4;
const keyScale = 2;

/**
 * What a key asks of the chart that has the focus; null where the key is not the chart's. Plus and minus zoom, zero goes back, arrows go back
 * and forth in time; with Shift they move the cursor from point to point.
 */
export function stepOfKey(event: Key, span: TimeSpan): ChartStep | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const over = (next: TimeSpan): ChartStep => ({ kind: 'span', span: next });
  switch (event.key) {
    case '+':
    case '=':
      return over(scaled(span, 1 / keyScale));
    case '-':
    case '_':
      return over(scaled(span, keyScale));
    case '0':
      return { kind: 'reset' };
    case 'ArrowLeft':
      return event.shiftKey ? { kind: 'cursor', by: -1 } : over(shifted(span, -keyShift));
    case 'ArrowRight':
      return event.shiftKey ? { kind: 'cursor', by: 1 } : over(shifted(span, keyShift));
    case 'Home':
      return { kind: 'cursor', by: Number.NEGATIVE_INFINITY };
    case 'End':
      return { kind: 'cursor', by: Number.POSITIVE_INFINITY };
    case 'Escape':
      return { kind: 'no-cursor' };
    default:
      return null;
  }
}

/** Pixels of a line and of a page, where a wheel counts in those. */
const pixelsOf = [1, 16, 400] as const;
/** So many pixels of the wheel make a picture twice as long. */
const pixelsToDouble = 300;
/** A single turn of a wheel, however fast, changes the length no more than by this factor. */
const mostAtOnce = 2;

/**
 * The span after a turn of the wheel over a plot that is `width` pixels wide, at the time `at`; null where the turn is the page's, which
 * scrolls. With Ctrl or Command, and so with two fingers on a touch pad, it zooms about the pointer; sideways, or with Shift, it goes back and
 * forth in time.
 */
export function spanOfWheel(
  event: Wheel,
  span: TimeSpan,
  at: number,
  width: number,
): TimeSpan | null {
  const pixels = pixelsOf[event.deltaMode] ?? 1;
  if (event.ctrlKey || event.metaKey) {
    const factor = 2 ** ((event.deltaY * pixels) / pixelsToDouble);
    return scaled(span, Math.min(mostAtOnce, Math.max(1 / mostAtOnce, factor)), at);
  }
  const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
  const by = sideways ? event.deltaX : event.shiftKey ? event.deltaY : 0;
  if (by === 0 || width <= 0) return null;
  return shifted(span, (by * pixels) / width);
}
