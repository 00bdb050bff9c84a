import { describe, expect, it } from 'vitest';
import { placeAfterKey } from '../../../../renderer/views/board/grid/arrow-keys.ts';
import { cardHeight, columnsIn, gap } from '../../../../renderer/views/board/grid/grid-measures.ts';

describe('the arrow keys', () => {
  // 0 1 2
  // 3 4 5
  // 6
  const placeAfter = (key: string, place: number): number | null => placeAfterKey(key, place, 3, 7);

  it('lead to the card beside, above and below', () => {
    expect(placeAfter('ArrowRight', 2)).toBe(3);
    expect(placeAfter('ArrowLeft', 3)).toBe(2);
    expect(placeAfter('ArrowDown', 0)).toBe(3);
    expect(placeAfter('ArrowUp', 6)).toBe(3);
    expect(placeAfter('Home', 5)).toBe(0);
    expect(placeAfter('End', 0)).toBe(6);
  });

  it('lead nowhere at the edges, and so do other keys', () => {
    expect(placeAfter('ArrowLeft', 0)).toBeNull();
    expect(placeAfter('ArrowUp', 1)).toBeNull();
    expect(placeAfter('ArrowDown', 4)).toBeNull();
    expect(placeAfter('ArrowRight', 6)).toBeNull();
    expect(placeAfter('End', 6)).toBeNull();
    expect(placeAfter('a', 1)).toBeNull();
  });
});

describe('the grid', () => {
  it('has as many columns as fit, and one at least', () => {
    expect(columnsIn(0)).toBe(1);
    expect(columnsIn(272)).toBe(1);
    expect(columnsIn(2 * 272 + gap - 1)).toBe(1);
    expect(columnsIn(2 * 272 + gap)).toBe(2);
    expect(columnsIn(1008)).toBe(3);
    expect(columnsIn(1440 - 232 - 2 * 20 - 15)).toBe(4);
    expect(cardHeight).toBeGreaterThan(0);
  });
});
