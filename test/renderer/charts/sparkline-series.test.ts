import { describe, expect, it } from 'vitest';
import { createPointRing } from '../../../renderer/api/point-ring.ts';
import { sparklineSeries } from '../../../renderer/charts/sparkline-series.ts';

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

describe('a sparkline', () => {
  it('goes from the start of the span to its end, and from zero to its peak', () => {
    const ring = ringOf([
      [100, 0],
      [150, 4],
      [200, 2],
    ]);
    expect(sparklineSeries(ring, 'connections', span)).toEqual({
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
    const { lines } = sparklineSeries(ring, 'connections', span);
    expect(lines.map((line) => line.length / 2)).toEqual([2, 1]);
  });

  it('lies on the base line where all is zero, which is not the picture of no data', () => {
    const zero = sparklineSeries(
      ringOf([
        [110, 0],
        [190, 0],
      ]),
      'connections',
      span,
    );
    expect(zero).toEqual({ lines: [[0.1, 0, 0.9, 0]], peak: 0 });
    const none = sparklineSeries(ringOf([[110, null]]), 'connections', span);
    expect(none).toEqual({ lines: [], peak: null });
    expect(sparklineSeries(ringOf([[110, 5]]), 'bytesPerSecond', span).peak).toBeNull();
  });

  it('leaves out what is older than the span, also for its peak', () => {
    const ring = ringOf([
      [50, 1000],
      [150, 2],
    ]);
    expect(sparklineSeries(ring, 'connections', span)).toEqual({ lines: [[0.5, 1]], peak: 2 });
  });
});
