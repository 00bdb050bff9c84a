import { describe, expect, it } from 'vitest';
import {
  heatLevels,
  heatScale,
  heldScale,
  levelOf,
} from '../../../../../renderer/views/board/pictures/map/heat-scale.ts';

describe('the scale of the map', () => {
  it('ends with the next round number, and is of round numbers', () => {
    expect(heatScale(300, 'count')).toEqual([10, 20, 50, 100, 200, 500]);
    expect(heatScale(0.3, 'rate').map((bound) => Number(bound.toPrecision(3)))).toEqual([
      0.01, 0.02, 0.05, 0.1, 0.2, 0.5,
    ]);
    expect(heatScale(500, 'count').at(-1)).toBe(500);
  });

  it('is of powers of four for bytes', () => {
    const kib = 1024;
    expect(heatScale(900 * kib, 'bytes')).toEqual([
      kib,
      4 * kib,
      16 * kib,
      64 * kib,
      256 * kib,
      1024 * kib,
    ]);
  });

  it('has a colour for zero, and one for each step', () => {
    const scale = heatScale(300, 'count');
    expect(levelOf(scale, 0)).toBe(0);
    expect(levelOf(scale, 1)).toBe(1);
    expect(levelOf(scale, 10)).toBe(1);
    expect(levelOf(scale, 11)).toBe(2);
    expect(levelOf(scale, 500)).toBe(heatLevels);
    expect(levelOf(scale, 600)).toBe(heatLevels);
  });

  it('stays while it fits, so that a colour keeps its meaning', () => {
    const scale = heatScale(300, 'count');
    expect(heldScale(scale, 120, 'count')).toBe(scale);
    expect(heldScale(scale, 501, 'count').at(-1)).toBe(1000);
    expect(heldScale(scale, 90, 'count').at(-1)).toBe(100);
    expect(heldScale(null, 90, 'count').at(-1)).toBe(100);
  });

  it('is there where nothing is read, too', () => {
    expect(heatScale(0, 'count')).toHaveLength(heatLevels);
    expect(levelOf(heatScale(0, 'count'), 0)).toBe(0);
  });
});
