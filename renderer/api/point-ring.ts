import type { Points } from '../../shared/model/fleet-frame.ts';

/** What charts draw of a proxy. */
export const seriesNames = [
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'roundTripMs',
] as const;
export type SeriesName = (typeof seriesNames)[number];

/** What a ring holds: also the polls missed before each point. */
export const pointSeries = [...seriesNames, 'missed'] as const;
export type PointSeries = (typeof pointSeries)[number];

/** Five minutes at the shortest interval between two polls, half a second, and some to spare. */
export const ringCapacity = 640;

/** One point: epoch milliseconds, and values, null for none. */
export type LivePoint = { readonly at: number } & {
  readonly [series in PointSeries]: number | null;
};

/** The last points of one proxy in typed arrays; NaN is "no data". */
export interface LivePoints {
  /** Rises with every change. */
  readonly version: number;
  readonly length: number;
  append(points: Points): void;
  push(point: LivePoint): void;
  clear(): void;
  /** Calls `visit` for each point from the oldest on, or from the oldest that is not before `from`: epoch milliseconds and value, NaN for none. */
  each(series: PointSeries, visit: (at: number, value: number) => void, from?: number): void;
}

export function createPointRing(capacity = ringCapacity): LivePoints {
  const at = new Float64Array(capacity);
  const values: Record<PointSeries, Float64Array> = {
    connections: new Float64Array(capacity),
    bytesPerSecond: new Float64Array(capacity),
    accessesPerSecond: new Float64Array(capacity),
    roundTripMs: new Float64Array(capacity),
    missed: new Float64Array(capacity),
  };
  let start = 0;
  let length = 0;
  let version = 0;
  /** Where the next point goes. */
  const place = (): number => {
    const index = (start + length) % capacity;
    if (length < capacity) length++;
    else start = (start + 1) % capacity;
    return index;
  };
  return {
    get version() {
      return version;
    },
    get length() {
      return length;
    },
    append(points) {
      for (let i = 0; i < points.at.length; i++) {
        const index = place();
        at[index] = points.at[i] ?? Number.NaN;
        for (const name of pointSeries) values[name][index] = points[name][i] ?? Number.NaN;
      }
      version++;
    },
    push(point) {
      const index = place();
      at[index] = point.at;
      for (const name of pointSeries) values[name][index] = point[name] ?? Number.NaN;
      version++;
    },
    clear() {
      start = 0;
      length = 0;
      version++;
    },
    each(series, visit, from = Number.NEGATIVE_INFINITY) {
      const column = values[series];
      let first = length;
      // Most want the last few seconds of minutes.
      while (first > 0 && (at[(start + first - 1) % capacity] ?? Number.NaN) >= from) first--;
      for (let i = first; i < length; i++) {
        const index = (start + i) % capacity;
        visit(at[index] ?? Number.NaN, column[index] ?? Number.NaN);
      }
    },
  };
}
