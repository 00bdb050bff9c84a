/** As many as a wide window has pixels to draw. */
const usual = 1000;
/** A picture that goes on by single readings begins with single readings: a quarter of an hour at two a second. */
const single = 2000;

/**
 * How many points of a span are fetched of each proxy, wherever it is shown; `live` where it goes on by single readings. Means and percentiles
 * are of these points: on each page, in each picture and in a window of any size they are the same.
 */
export function pointsOfSpan(live: boolean): number {
  return live ? single : usual;
}
