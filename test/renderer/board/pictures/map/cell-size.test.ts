import { describe, expect, it } from 'vitest';
import {
  cellColumns,
  cellGap,
  cellSizeFor,
} from '../../../../../renderer/views/board/pictures/map/cell-size.ts';

const room = { width: 1153, height: 620 };

function heightOf(counts: readonly number[], space: typeof room): number {
  const size = cellSizeFor(counts, space, 0);
  const columns = cellColumns(size, space.width);
  const rows = counts.reduce((sum, count) => sum + Math.ceil(count / columns), 0);
  return rows * (size.height + cellGap);
}

describe('the cells of the map', () => {
  it('are as large as all can be on one screen', () => {
    expect(cellSizeFor([3], room, 0).shows).toBe('name-and-value');
    expect(cellSizeFor([200], room, 0).shows).not.toBe('mark');
    for (const count of [3, 40, 200, 1000]) {
      expect(heightOf([count], room)).toBeLessThanOrEqual(room.height);
    }
  });

  it('are large enough for a finger with a thousand of them in a window of 1440 by 900', () => {
    const { width, height } = cellSizeFor([1000], room, 0);
    expect(Math.min(width, height) + cellGap).toBeGreaterThanOrEqual(24);
  });

  it('leave room for the headings of groups', () => {
    const groups = [100, 100, 100, 100];
    const { height } = cellSizeFor(groups, room, 40);
    expect(height).toBeLessThanOrEqual(cellSizeFor(groups, room, 0).height);
  });

  it('are the smallest where nothing fits', () => {
    expect(cellSizeFor([100_000], room, 0).width).toBe(20);
    expect(cellColumns(cellSizeFor([3], room, 0), 0)).toBe(1);
  });
});
