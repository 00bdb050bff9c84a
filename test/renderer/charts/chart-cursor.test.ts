import type uPlot from 'uplot';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../../renderer/api/store.ts';
import { followCursor } from '../../../renderer/charts/chart-cursor.ts';

/** A plot 100 pixels wide of which each pixel is a second, as far as the plugin uses one. */
function plotOver(cursor: ReturnType<typeof createStore<number | null>>, from: number) {
  const { plugin, isFollowing } = followCursor(cursor);
  const moves: { readonly left: number; readonly following: boolean }[] = [];
  const call = (name: 'init' | 'setCursor' | 'destroy'): void => {
    const hook = plugin.hooks[name];
    for (const each of [hook].flat()) (each as ((plot: uPlot) => void) | undefined)?.(plot);
  };
  const plot = {
    cursor: { left: -10 },
    over: { clientWidth: 100 },
    valToPos: (at: number) => (at - from) / 1000,
    posToVal: (left: number) => from + left * 1000,
    setCursor({ left }: { left: number }) {
      plot.cursor.left = left;
      moves.push({ left, following: isFollowing() });
      call('setCursor');
    },
  } as unknown as uPlot;
  call('init');
  /** The pointer moves over this plot. */
  const point = (left: number): void => {
    plot.cursor.left = left;
    call('setCursor');
  };
  return { moves, point, leave: () => call('destroy') };
}

describe('charts with one cursor', () => {
  it('point at the time that is pointed at in one of them, wherever it lies in each', () => {
    const cursor = createStore<number | null>(null);
    const first = plotOver(cursor, 0);
    const second = plotOver(cursor, 10_000);
    first.point(30);
    expect(cursor.get()).toBe(30_000);
    expect(second.moves).toEqual([{ left: 20, following: true }]);
    expect(first.moves, 'who points is not moved').toEqual([]);
    second.point(50);
    expect(cursor.get()).toBe(60_000);
    expect(first.moves).toEqual([{ left: 60, following: true }]);
  });

  it('point nowhere where the time lies outside, and where the pointer has left', () => {
    const cursor = createStore<number | null>(null);
    const first = plotOver(cursor, 0);
    const second = plotOver(cursor, 50_000);
    first.point(20);
    first.point(-10);
    expect(cursor.get()).toBeNull();
    expect(second.moves.map(({ left }) => left)).toEqual([-10, -10]);
  });

  it('hear nothing any more once they are gone', () => {
    const cursor = createStore<number | null>(null);
    const plot = plotOver(cursor, 0);
    plot.leave();
    cursor.set(5000);
    expect(plot.moves).toEqual([]);
  });
});
