import type uPlot from 'uplot';
import type { Store } from '../api/store.ts';

/**
 * The time that is pointed at, epoch milliseconds by the console's clock; null where none is. All charts of a page are given one and the same:
 * what one of them sets, the others show. A page makes its own with `useChartCursor`, which is in step with those of other windows.
 */
export type ChartCursor = Store<number | null>;

/**
 * A plugin that keeps a plot's cursor in step with others. While it follows, `isFollowing()` is true: the pointer is then on another chart, and
 * says nothing of which line is near.
 *
 *     const { plugin, isFollowing } = followCursor(cursor);
 *     new uPlot({ ...options, plugins: [plugin] }, …);
 */
export function followCursor(cursor: ChartCursor): {
  readonly plugin: uPlot.Plugin;
  readonly isFollowing: () => boolean;
} {
  let following = false;
  let telling = false;
  let unsubscribe = (): void => {};
  const follow = (plot: uPlot): void => {
    if (telling) return;
    const at = cursor.get();
    const left = at === null ? outside : plot.valToPos(at, 'x');
    const within = left >= 0 && left <= plot.over.clientWidth;
    following = true;
    plot.setCursor({ left: within ? left : outside, top: within ? 0 : outside });
    following = false;
  };
  const tell = (plot: uPlot): void => {
    if (following) return;
    const { left } = plot.cursor;
    telling = true;
    cursor.set(left === undefined || left < 0 ? null : plot.posToVal(left, 'x'));
    telling = false;
  };
  return {
    isFollowing: () => following,
    plugin: {
      hooks: {
        init: (plot) => {
          unsubscribe = cursor.subscribe(() => follow(plot));
        },
        setCursor: tell,
        destroy: () => unsubscribe(),
      },
    },
  };
}

/** Where the chart library takes a cursor for none. */
const outside = -10;
