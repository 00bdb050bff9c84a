import type { TimeSpan } from './sparkline-series.ts';

/** What the charts of the page do to the span that all of them show. */
export interface Steer {
  /** A span was dragged over. */
  readonly onSpan: (span: TimeSpan) => void;
  /** Wheel or keys move the span: many times in a second. */
  readonly onMove: (span: TimeSpan) => void;
  /** Back to the range that follows the clock. */
  readonly onReset: () => void;
}
