import { mostLines } from '../../charts/overlay-series.ts';
import type { PictureName } from './compare-view.ts';

/** Points are fetched in steps of so many, so that a window that is resized does not fetch at each pixel. */
const step = 100;
const least = 300;
const most = 4000;
/** Beside the plot stand the values of its axis and the names of its lines, pixels. */
const besidePlot = 240;
/** A small picture is no wider. */
const small = 120;
/** A picture that goes on by single readings begins with single readings: a quarter of an hour at two a second. */
const single = 2000;

/** How many points to fetch of each of so many proxies for a page that is `width` pixels wide. */
export function pointsFor(
  picture: PictureName,
  count: number,
  live: boolean,
  width: number,
): number {
  if (picture === 'multiples') return small;
  const wide = Math.min(most, Math.max(least, Math.ceil((width - besidePlot) / step) * step));
  return live && count <= mostLines ? Math.max(wide, single) : wide;
}
