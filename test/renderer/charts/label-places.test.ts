import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../renderer/charts/label-places.ts';

const room = { top: 0, bottom: 100, height: 10 };

describe('labels at the ends of lines', () => {
  it('stand where their lines end when there is room', () => {
    expect(placeLabels([80, 20, 50], room)).toEqual([80, 20, 50]);
  });

  it('move apart where lines end together', () => {
    expect(placeLabels([50, 50, 50], room)).toEqual([50, 60, 70]);
  });

  it('stay within the picture', () => {
    expect(placeLabels([0, 100, 100], room)).toEqual([5, 85, 95]);
  });

  it('never leave the picture, nor the order of their lines, nor cover each other while there is room', () => {
    const ends = fc.array(fc.double({ min: -20, max: 120, noNaN: true }), { maxLength: 14 });
    fc.assert(
      fc.property(ends, (wanted) => {
        const places = placeLabels(wanted, room);
        const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
        const sorted = order.map((index) => places[index] ?? Number.NaN);
        const gap = wanted.length <= 10 ? 10 : 90 / (wanted.length - 1);
        for (const [i, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(5 - 1e-6);
          expect(place).toBeLessThanOrEqual(95 + 1e-6);
          if (i > 0) expect(place - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-6);
        }
      }),
    );
  });
});
