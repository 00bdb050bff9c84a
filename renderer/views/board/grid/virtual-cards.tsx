import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { Card } from '../card/card.tsx';
import classes from './card-grid.module.css';
import { cardHeight, gap } from './grid-measures.ts';

/** Cards of a large fleet: only those in view, a row around them, and the row that has the focus are rendered. */
export function VirtualCards(props: {
  profiles: readonly ProfileEntry[];
  columns: number;
  render: RefObject<((place: number) => void) | null>;
}) {
  const { profiles, columns, render } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // The row that has the focus, and the one that is about to get it: neither may go while the focus moves.
  const [kept, setKept] = useState<readonly number[]>([]);
  // What stands above the cards may have changed with any rendering.
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0));
  const rows = useWindowVirtualizer<HTMLLIElement>({
    count: Math.ceil(profiles.length / columns),
    estimateSize: () => cardHeight + gap,
    overscan: 1,
    scrollMargin: top,
    rangeExtractor: (range) => {
      const rows = new Set([
        ...defaultRangeExtractor(range),
        ...kept.filter((row) => row < range.count),
      ]);
      return [...rows].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    render.current = (place) =>
      flushSync(() => setKept((now) => [...now, Math.floor(place / columns)]));
    return () => {
      render.current = null;
    };
  }, [render, columns]);
  return (
    <ul
      ref={list}
      className={classes.virtual}
      aria-label={t('board:list')}
      style={{ height: rows.getTotalSize() - gap }}
    >
      {rows.getVirtualItems().flatMap((row) =>
        profiles.slice(row.index * columns, (row.index + 1) * columns).map((profile, column) => {
          const place = row.index * columns + column;
          return (
            <li
              key={profile.id}
              data-place={place}
              aria-setsize={profiles.length}
              aria-posinset={place + 1}
              className={classes.place}
              onFocus={() => setKept([row.index])}
              style={{
                top: row.start - top,
                left: `calc((100% + ${gap}px) / ${columns} * ${column})`,
                width: `calc((100% + ${gap}px) / ${columns} - ${gap}px)`,
              }}
            >
              <Card profile={profile} />
            </li>
          );
        }),
      )}
    </ul>
  );
}
