import { describe, expect, it } from 'vitest';
import { onPage, pageCount, wallGrid } from '../../../../renderer/views/board/wall/wall-pages.ts';

describe('the pages of the wall', () => {
  it('hold as many tiles as can be read from afar, and one at least', () => {
    expect(wallGrid(1000, { width: 1880, height: 860 })).toEqual({ columns: 7, rows: 7 });
    expect(wallGrid(5, { width: 0, height: 0 })).toEqual({ columns: 1, rows: 1 });
    expect(wallGrid(0, { width: 1880, height: 860 })).toEqual({ columns: 7, rows: 7 });
  });

  it('have larger tiles where there are few', () => {
    const room = { width: 1240, height: 700 };
    expect(wallGrid(1, room)).toEqual({ columns: 1, rows: 1 });
    expect(wallGrid(3, room)).toEqual({ columns: 2, rows: 2 });
    for (const count of [2, 7, 12, 20, 23]) {
      const { columns, rows } = wallGrid(count, room);
      expect(columns * rows).toBeGreaterThanOrEqual(count);
    }
  });

  it('are as many as there have to be', () => {
    const grid = { columns: 2, rows: 2 };
    const tiles = [1, 2, 3, 4, 5];
    expect(pageCount(0, grid)).toBe(1);
    expect(pageCount(4, grid)).toBe(1);
    expect(pageCount(5, grid)).toBe(2);
    expect(onPage(tiles, 0, grid)).toEqual([1, 2, 3, 4]);
    expect(onPage(tiles, 1, grid)).toEqual([5]);
  });
});
