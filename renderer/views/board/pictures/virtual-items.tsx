import { type ComponentType, useCallback, useRef } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useVirtualRows } from '../../../fleet/rows/use-virtual-rows.ts';
import type { BoardGroup } from '../groups/groups.ts';
import classes from './grid-picture.module.css';
import type { ItemMeasures } from './measures.ts';

export interface ItemListProps {
  readonly group: BoardGroup;
  /** The place of its first among all that are shown. */
  readonly first: number;
  readonly measures: ItemMeasures;
  readonly Item: ComponentType<{ profile: ProfileEntry }>;
}

/** Items of a large fleet: only the rows in view, one around them, and what has the focus are rendered. */
export function VirtualItems(props: ItemListProps & { label: string }) {
  const { group, first, measures, Item, label } = props;
  const { profiles } = group;
  const { columns, height, gap } = measures;
  const list = useRef<HTMLUListElement>(null);
  const { rows, top, keep } = useVirtualRows(list, {
    count: Math.ceil(profiles.length / columns),
    size: () => height + gap,
    overscan: 1,
    rowAt: useCallback(
      (place: number) => {
        const index = place - first;
        return index < 0 || index >= profiles.length ? null : Math.floor(index / columns);
      },
      [first, profiles.length, columns],
    ),
  });
  return (
    <ul
      ref={list}
      className={classes.virtual}
      aria-label={label}
      style={{ height: rows.getTotalSize() - gap }}
    >
      {rows.getVirtualItems().flatMap((row) =>
        profiles.slice(row.index * columns, (row.index + 1) * columns).map((profile, column) => {
          const index = row.index * columns + column;
          return (
            <li
              key={profile.id}
              data-place={first + index}
              aria-setsize={profiles.length}
              aria-posinset={index + 1}
              className={classes.place}
              onFocus={() => keep(row.index)}
              style={{
                top: row.start - top,
                left: `calc((100% + ${gap}px) / ${columns} * ${column})`,
                width: `calc((100% + ${gap}px) / ${columns} - ${gap}px)`,
              }}
            >
              <Item profile={profile} />
            </li>
          );
        }),
      )}
    </ul>
  );
}
