import { useElementSize } from '@mantine/hooks';
import { type ComponentType, useMemo } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Hold } from '../../../fleet/arrangement/hold.ts';
import { PictureFrame } from '../../../fleet/rows/picture-frame.tsx';
import { rowsOf } from '../../../fleet/rows/rows.ts';
import { GroupHead } from '../groups/group-head.tsx';
import type { BoardGroup } from '../groups/groups.ts';
import classes from './grid-picture.module.css';
import { ItemList } from './item-list.tsx';
import type { ItemMeasures } from './measures.ts';

/** So many items are all rendered: the browser's search finds each. */
const allRenderedUpTo = 60;

export interface PictureProps {
  readonly groups: readonly BoardGroup[];
  /** All of them that are not folded, in their order. */
  readonly shown: readonly ProfileEntry[];
  readonly hold: Hold;
}

/** Items of one size, as many beside each other as there is room for, each group under its heading. */
export function GridPicture(
  props: PictureProps & {
    measuresIn: (width: number) => ItemMeasures;
    Item: ComponentType<{ profile: ProfileEntry }>;
  },
) {
  const { groups, shown, hold, measuresIn, Item } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { columns, height, gap } = measuresIn(width);
  const rows = useMemo(
    () =>
      rowsOf(
        groups.map(({ folded, profiles }) => (folded ? 0 : profiles.length)),
        columns,
      ),
    [groups, columns],
  );
  let first = 0;
  return (
    <PictureFrame ref={ref} shown={shown} rows={rows} rowHeight={height + gap} hold={hold}>
      {groups.map((group) => {
        const place = first;
        if (!group.folded) first += group.profiles.length;
        return (
          <div key={group.key} className={classes.group}>
            {group.by !== null && <GroupHead group={group} />}
            {!group.folded && (
              <ItemList
                group={group}
                first={place}
                measures={{ columns, height, gap }}
                virtual={shown.length > allRenderedUpTo}
                Item={Item}
              />
            )}
          </div>
        );
      })}
    </PictureFrame>
  );
}
