import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { topInPage } from '../../api/page.ts';
import { useRenderPlace } from './picture-frame.tsx';

/** Rows of a long list: those in view, some around them, the row that has the focus, and the one that is about to get it. */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  {
    count,
    size,
    overscan,
    rowAt,
  }: {
    readonly count: number;
    /** Pixels from one to the next. */
    readonly size: (row: number) => number;
    readonly overscan: number;
    /** The row of a place; null where it has none. The same function in each render, as long as the rows are. */
    readonly rowAt: (place: number) => number | null;
  },
) {
  const [top, setTop] = useState(0);
  // Neither may go while the focus moves.
  const [kept, setKept] = useState<readonly number[]>([]);
  // What stands above the list may have changed with any rendering.
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null) setTop(topInPage(element));
  });
  const rows = useWindowVirtualizer<HTMLElement>({
    count,
    estimateSize: size,
    overscan,
    scrollMargin: top,
    rangeExtractor: (range) => {
      const rows = new Set([
        ...defaultRangeExtractor(range),
        ...kept.filter((row) => row < range.count),
      ]);
      return [...rows].sort((a, b) => a - b);
    },
  });
  useRenderPlace(
    useCallback(
      (place) => {
        const row = rowAt(place);
        if (row !== null) flushSync(() => setKept((now) => [...now, row]));
      },
      [rowAt],
    ),
  );
  return { rows, top, keep: (row: number) => setKept([row]) };
}
