import { createContext } from 'react';
import type { SeriesName } from '../api/point-ring.ts';
import type { Readable } from '../api/store.ts';
import type { OlderPoints } from './older-points.ts';

/** What the sparklines of a view have in common. */
export interface SparklineScope {
  readonly series: SeriesName;
  /** What they reach back over, milliseconds. */
  readonly spanMs: number;
  /** The top of the scale that all share; null where each has its own. */
  readonly top: Readable<number | null> | null;
  /** What is kept of before the points of now; null where these reach back far enough. */
  readonly older: OlderPoints | null;
}

export const SparklineScopeContext = createContext<SparklineScope>({
  series: 'bytesPerSecond',
  spanMs: 5 * 60_000,
  top: null,
  older: null,
});
