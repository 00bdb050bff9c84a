import { describe, expect, it } from 'vitest';
import { createPointRing, type SeriesName } from '../../../renderer/api/point-ring.ts';
import {
  peakOf,
  sparklineSeries,
  type TimeSpan,
} from '../../../renderer/charts/sparkline-series.ts';
import { rangeOf } from './history-ranges.ts';

const ringOf = (points: readonly (readonly [number, number | null])[]) => {
  const ring = createPointRing();
  ring.append({
    id: 'a',
    at: points.map(([at]) => at),
    connections: points.map(([, value]) => value),
    bytesPerSecond: points.map(() => null),
    accessesPerSecond: points.map(() => null),
    roundTripMs: points.map(() => null),
    missed: points.map(() => null),
  });
  return ring;
};
const span = { from: 100, to: 200 };

const drawn = (
  ring: ReturnType<typeof ringOf>,
  series: SeriesName,
  within: TimeSpan,
  top: number | null = null,
) => sparklineSeries({ ring, older: null }, series, within, top);

describe('a sparkline', () => {
  it('goes from the start of the span to its end, and from zero to its peak', () => {
    const ring = ringOf([
      [100, 0],
      [150, 4],
      [200, 2],
    ]);
    expect(drawn(ring, 'connections', span)).toEqual({
      lines: [[0, 0, 0.5, 1, 1, 0.5]],
      peak: 4,
    });
  });

  it('draws no line across a gap', () => {
    const ring = ringOf([
      [110, 1],
      [120, 1],
      [130, null],
      [140, null],
      [150, 1],
    ]);
    const { lines } = drawn(ring, 'connections', span);
    expect(lines.map((line) => line.length / 2)).toEqual([2, 1]);
  });

  it('draws no line over a time in which nothing was read, and every line of a slow proxy', () => {
    const minute = { from: 0, to: 60_000 };
    const still = ringOf([1, 2, 3, 20, 21, 22].map((second) => [second * 1000, 1] as const));
    expect(drawn(still, 'connections', minute).lines.map((line) => line.length / 2)).toEqual([
      3, 3,
    ]);
    const slow = ringOf([10, 20, 30, 40].map((second) => [second * 1000, 1] as const));
    expect(drawn(slow, 'connections', minute).lines).toHaveLength(1);
  });

  it('lies on the base line where all is zero, which is not the picture of no data', () => {
    const zero = drawn(
      ringOf([
        [110, 0],
        [190, 0],
      ]),
      'connections',
      span,
    );
    expect(zero).toEqual({ lines: [[0.1, 0, 0.9, 0]], peak: 0 });
    const none = drawn(ringOf([[110, null]]), 'connections', span);
    expect(none).toEqual({ lines: [], peak: null });
    expect(drawn(ringOf([[110, 5]]), 'bytesPerSecond', span).peak).toBeNull();
  });

  it('leaves out what is older than the span, also for its peak', () => {
    const ring = ringOf([
      [50, 1000],
      [150, 2],
    ]);
    expect(drawn(ring, 'connections', span)).toEqual({ lines: [[0.5, 1]], peak: 2 });
  });

  it('is drawn on a scale that others share, and not beyond its top', () => {
    const ring = ringOf([
      [100, 5],
      [200, 20],
    ]);
    expect(drawn(ring, 'connections', span, 10)).toEqual({ lines: [[0, 0.5, 1, 1]], peak: 20 });
  });
});

describe('a sparkline of a span that is longer than the points of now', () => {
  const minute = 60_000;
  const hour = { from: 0, to: 60 * minute };
  const older = rangeOf([
    [10 * minute, 4],
    [50 * minute, null],
    [58 * minute, 1000],
  ]);
  const ring = ringOf([
    [57 * minute, 2],
    [57 * minute + 1000, 6],
    [59 * minute, 8],
  ]);

  it('begins with what is kept, and goes on with them', () => {
    const { lines, peak } = sparklineSeries({ ring, older }, 'connections', hour);
    expect(peak).toBe(8);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.[0]).toBeCloseTo(10 / 60, 2);
    // Points of one width of the picture are drawn as their mean.
    expect(lines[1]?.[1]).toBe(0.5);
    expect(lines[1]?.at(-1)).toBe(1);
  });

  it('has the peak that is drawn', () => {
    expect(peakOf({ ring, older }, 'connections', hour)).toBe(8);
    expect(peakOf({ ring: ringOf([]), older: null }, 'connections', hour)).toBeNull();
    expect(peakOf({ ring: ringOf([]), older }, 'connections', hour)).toBe(1000);
  });
});
