import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PointRing } from '../../../electron/fleet/point-ring.ts';

const point = (at: number, connections: number | null = at) => ({
  at,
  connections,
  bytesPerSecond: null,
  accessesPerSecond: 0,
  roundTripMs: 1.5,
  missed: null,
});

describe('the ring of points', () => {
  it('keeps the last points, oldest first, with nulls for what is missing', () => {
    const ring = new PointRing(3);
    for (const at of [1, 2, 3, 4]) ring.push(point(at, at === 3 ? null : at));
    expect(ring.after(0)).toEqual({
      at: [2, 3, 4],
      connections: [2, null, 4],
      bytesPerSecond: [null, null, null],
      accessesPerSecond: [0, 0, 0],
      roundTripMs: [1.5, 1.5, 1.5],
      missed: [null, null, null],
    });
  });

  it('leaves out what is older than asked', () => {
    const ring = new PointRing(10);
    for (const at of [10, 20, 30]) ring.push(point(at));
    expect(ring.after(0, 20).at).toEqual([20, 30]);
  });

  it('takes memory as points come, and none for those that are older than they are kept', () => {
    const bytesAfter = (points: number, everyMs: number): number => {
      const ring = new PointRing(338, 300_000);
      for (let n = 0; n < points; n++) ring.push(point(n * everyMs));
      const held = ring.after(0).at;
      expect(held).toEqual(held.map((_, n) => (points - held.length + n) * everyMs));
      expect(held.length).toBeGreaterThanOrEqual(Math.min(points, 300_000 / everyMs));
      return ring.bytes;
    };
    const full = bytesAfter(1000, 1000);
    expect(full).toBe(338 * 48);
    expect(bytesAfter(0, 1000)).toBeLessThan(full / 20);
    expect(bytesAfter(30, 1000)).toBeLessThan(full / 10);
    expect(bytesAfter(1000, 5000)).toBeLessThan(full / 5);
  });

  it('hands out each point once to a reader that goes on where it stopped, resized or not', () => {
    const acts = fc.array(fc.constantFrom('push', 'read', 'grow', 'shrink'), { maxLength: 200 });
    fc.assert(
      fc.property(acts, (list) => {
        let capacity = 64;
        let ring = new PointRing(capacity);
        let written = 0;
        let seen = 0;
        const read: number[] = [];
        const lost = new Set<number>();
        for (const act of list) {
          if (act === 'push') ring.push(point(written++));
          if (act === 'grow') capacity += 16;
          if (act === 'shrink') capacity = Math.max(1, capacity - 16);
          if (act === 'grow' || act === 'shrink') ring = ring.resized(capacity);
          if (act === 'read') {
            const found = ring.after(seen).at;
            for (let i = seen; i < written; i++) if (!found.includes(i)) lost.add(i);
            read.push(...found);
            seen = ring.written;
          }
        }
        expect(ring.written).toBe(written);
        expect(read).toEqual([...read].sort((a, b) => a - b));
        expect(new Set(read).size).toBe(read.length);
        expect(read.length + lost.size).toBe(seen);
      }),
    );
  });
});
