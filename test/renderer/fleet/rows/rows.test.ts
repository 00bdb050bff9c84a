import { describe, expect, it } from 'vitest';
import { placeAfterKey, rowsOf } from '../../../../renderer/fleet/rows/rows.ts';
import { cardsIn, columnsIn } from '../../../../renderer/views/board/pictures/measures.ts';

describe('the rows of a picture', () => {
  it('begin anew with each group, and leave out what is folded', () => {
    expect(rowsOf([5, 0, 1], 3)).toEqual([
      { first: 0, count: 3 },
      { first: 3, count: 2 },
      { first: 5, count: 1 },
    ]);
    expect(rowsOf([], 3)).toEqual([]);
  });

  it('have as many columns as fit, and one at least', () => {
    expect(columnsIn(0, 272, 10)).toBe(1);
    expect(columnsIn(2 * 272 + 9, 272, 10)).toBe(1);
    expect(columnsIn(2 * 272 + 10, 272, 10)).toBe(2);
  });

  it('have four cards beside the menu of a window of 1440, and three below its toolbar in 900', () => {
    const { columns, height, gap } = cardsIn(1440 - 232 - 2 * 20 - 15);
    expect(columns).toBe(4);
    expect(3 * height + 2 * gap).toBeLessThanOrEqual(900 - 275);
  });
});

describe('the keys', () => {
  // 0 1 2 / 3 4 // 5 6 7 / 8
  const rows = rowsOf([5, 4], 3);
  const placeAfter = (key: string, place: number) => placeAfterKey(key, place, rows, 2);

  it('go beside, and on to the next row', () => {
    expect(placeAfter('ArrowRight', 2)).toBe(3);
    expect(placeAfter('ArrowLeft', 3)).toBe(2);
    expect(placeAfter('ArrowLeft', 0)).toBeNull();
    expect(placeAfter('ArrowRight', 8)).toBeNull();
  });

  it('go up and down within the column, also into another group, or to the last of a row that is short', () => {
    expect(placeAfter('ArrowDown', 1)).toBe(4);
    expect(placeAfter('ArrowDown', 2)).toBe(4);
    expect(placeAfter('ArrowDown', 4)).toBe(6);
    expect(placeAfter('ArrowUp', 7)).toBe(4);
    expect(placeAfter('ArrowUp', 5)).toBe(3);
    expect(placeAfter('ArrowDown', 8)).toBeNull();
    expect(placeAfter('ArrowUp', 1)).toBeNull();
  });

  it('go by pages, and to the ends', () => {
    expect(placeAfter('PageDown', 1)).toBe(6);
    expect(placeAfter('PageDown', 6)).toBe(8);
    expect(placeAfter('PageUp', 8)).toBe(3);
    expect(placeAfter('Home', 7)).toBe(0);
    expect(placeAfter('End', 1)).toBe(8);
    expect(placeAfter('End', 8)).toBeNull();
    expect(placeAfter('a', 1)).toBeNull();
    expect(placeAfterKey('End', 0, [], 1)).toBeNull();
  });
});
