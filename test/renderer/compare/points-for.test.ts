import { describe, expect, it } from 'vitest';
import { pointsFor } from '../../../renderer/views/compare/points-for.ts';

describe('the points that are fetched', () => {
  it('are about one for each pixel of the plot, the same for windows of about the same width', () => {
    expect(pointsFor('overlay', 4, false, 1241)).toBe(1100);
    expect(pointsFor('overlay', 4, false, 1339)).toBe(1100);
    expect(pointsFor('overlay', 4, false, 20)).toBe(300);
    expect(pointsFor('overlay', 4, false, 9000)).toBe(4000);
  });

  it('are few for small pictures', () => {
    expect(pointsFor('multiples', 100, true, 1200)).toBe(120);
  });

  it('are single readings where a picture goes on by such, as long as they are of few', () => {
    expect(pointsFor('overlay', 12, true, 1200)).toBe(2000);
    expect(pointsFor('overlay', 13, true, 1240)).toBe(1000);
  });
});
