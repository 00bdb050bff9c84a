import { describe, expect, it } from 'vitest';
import { createPointRing, type PointSeries } from '../../../renderer/api/point-ring.ts';

const append = (
  ring: ReturnType<typeof createPointRing>,
  from: number,
  values: (number | null)[],
) =>
  ring.append({
    id: 'a',
    at: values.map((_, i) => from + i),
    connections: values,
    bytesPerSecond: values.map((value) => (value === null ? null : value * 10)),
    accessesPerSecond: values.map(() => null),
    roundTripMs: values.map((value) => (value === null ? null : value / 2)),
    missed: values.map((value) => (value === null ? null : 0)),
  });

function held(ring: ReturnType<typeof createPointRing>, series: PointSeries): [number, number][] {
  const found: [number, number][] = [];
  ring.each(series, (at, value) => found.push([at, value]));
  return found;
}

describe('a ring of points', () => {
  it('gives back what it took, oldest first, and NaN for no data', () => {
    const ring = createPointRing(8);
    append(ring, 1, [5, null, 7]);
    expect(held(ring, 'connections')).toEqual([
      [1, 5],
      [2, Number.NaN],
      [3, 7],
    ]);
    expect(held(ring, 'bytesPerSecond').map(([, value]) => value)).toEqual([50, Number.NaN, 70]);
    expect(held(ring, 'roundTripMs').map(([, value]) => value)).toEqual([2.5, Number.NaN, 3.5]);
    expect(held(ring, 'missed').map(([, value]) => value)).toEqual([0, Number.NaN, 0]);
    expect(held(ring, 'accessesPerSecond').every(([, value]) => Number.isNaN(value))).toBe(true);
  });

  it('gives back the last of it alone', () => {
    const ring = createPointRing(3);
    append(ring, 1, [1, 2]);
    append(ring, 3, [3, 4, 5]);
    const since = (from: number): number[] => {
      const found: number[] = [];
      ring.each('connections', (at) => found.push(at), from);
      return found;
    };
    expect(since(4)).toEqual([4, 5]);
    expect(since(0)).toEqual([3, 4, 5]);
    expect(since(6)).toEqual([]);
  });

  it('drops the oldest when it is full', () => {
    const ring = createPointRing(3);
    append(ring, 1, [1, 2]);
    append(ring, 3, [3, 4, 5]);
    expect(ring.length).toBe(3);
    expect(held(ring, 'connections')).toEqual([
      [3, 3],
      [4, 4],
      [5, 5],
    ]);
  });

  it('is empty when cleared, and takes points again', () => {
    const ring = createPointRing(3);
    append(ring, 1, [1, 2, 3, 4]);
    const before = ring.version;
    ring.clear();
    expect(ring.length).toBe(0);
    expect(ring.version).toBeGreaterThan(before);
    append(ring, 9, [9]);
    expect(held(ring, 'connections')).toEqual([[9, 9]]);
  });
});
