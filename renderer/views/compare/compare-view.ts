import type { SeriesName } from '../../api/point-ring.ts';
import { stringifySearch } from '../../api/search-text.ts';
import type { PastName } from '../../charts/past.ts';
import type { RangeName } from '../../charts/ranges.ts';
import type { SmoothingName } from '../../charts/smoothing.ts';

export const pictureNames = ['overlay', 'multiples', 'bars'] as const;
export type PictureName = (typeof pictureNames)[number];

/** More proxies are not told apart on one page. */
export const mostCompared = 100;

/** With more lines than these, those of another time would hide them. */
export const mostWithPast = 4;

/** What the page shows. */
export interface CompareView {
  readonly ids: readonly string[];
  readonly metric: SeriesName;
  /** Drawn below the first. */
  readonly second: SeriesName | 'none';
  readonly range: RangeName;
  /** A span that stands still instead of the range, epoch milliseconds; both or none. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** The proxy of which before and after of a change are shown, and when that was made, epoch milliseconds; both or none. */
  readonly proxy?: string | undefined;
  readonly at?: number | undefined;
  readonly picture: PictureName;
  /** Which other day's same time is drawn as a pale line. */
  readonly past: PastName;
  /** What each point of a line is the mean of; the numbers are of the readings. */
  readonly smoothing: SmoothingName;
}

/** Changes some of it. With `replace` that is no step to go back over. */
export type ChangeCompareView = (
  change: Partial<CompareView>,
  options?: { readonly replace?: boolean },
) => void;

export const firstView: Omit<CompareView, 'ids' | 'from' | 'to' | 'proxy' | 'at'> = {
  metric: 'bytesPerSecond',
  second: 'none',
  range: '15m',
  picture: 'overlay',
  past: 'none',
  smoothing: '10s',
};

/** The change that makes the picture follow the clock again. */
export const noZoom = { from: undefined, to: undefined } as const;

/** The change after which no before and after is shown. */
export const noLens = { proxy: undefined, at: undefined } as const;

/** What an address says of all of it, behind its `?`. */
export function searchOf(view: CompareView): string {
  return stringifySearch({ ...view }).slice(1);
}
