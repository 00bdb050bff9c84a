import { Badge } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ListColumn } from '../../../../shared/model/app-info.ts';
import { ColourMark } from '../../../components/colour-mark.tsx';
import { ManagedBadge } from '../../../components/managed/managed-badge.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { SelectBox } from '../../board/pictures/select-box.tsx';
import { useIsSelected } from '../../board/selection/selection.ts';
import { FavouriteStar } from '../favourites/favourite-star.tsx';
import { ListCell } from './list-cell.tsx';
import { isNumber } from './list-order.ts';
import classes from './list-table.module.css';
import { RowActions } from './row-actions.tsx';

/** One profile. `row` is its place among all that are shown, from 0. No reading draws it again, and no other's state. */
export const ListRow = memo(function ListRow(props: {
  profile: ProfileEntry;
  beside: readonly ListColumn[];
  /** What there is no room for beside the name. */
  below: readonly ListColumn[];
  row: number;
  onKeep: ((row: number) => void) | null;
  onRemove: (profile: ProfileEntry) => void;
}) {
  const { profile, beside, below, row, onKeep } = props;
  const { t } = useTranslation();
  const { id, name } = profile;
  const selected = useIsSelected(id);
  return (
    <tr
      className={classes.row}
      data-profile={id}
      data-place={row}
      data-selected={selected || undefined}
      aria-rowindex={row + 2}
      draggable
      onFocus={() => onKeep?.(row)}
    >
      <th scope="row">
        <span className={classes.signed}>
          <SelectBox id={id} name={name} />
          <FavouriteStar profile={profile} />
          <a href={hrefOf(paths.proxy(id))} title={name} data-card-link className={classes.name}>
            {name}
          </a>
          <ColourMark colour={profile.colour} />
          {profile.demo && (
            <Badge size="xs" variant="outline" color="gray" className={classes.demo}>
              {t('demo')}
            </Badge>
          )}
          {profile.managed && <ManagedBadge />}
        </span>
        {below.length > 0 && (
          <span className={classes.below}>
            {below.map((column) => (
              <span key={column} data-column={column}>
                <ListCell column={column} profile={profile} />
              </span>
            ))}
          </span>
        )}
      </th>
      {beside.map((column) => (
        <td key={column} data-column={column} data-number={isNumber(column) || undefined}>
          <ListCell column={column} profile={profile} />
        </td>
      ))}
      <td className={classes.actions}>
        <RowActions profile={profile} onRemove={props.onRemove} />
      </td>
    </tr>
  );
});
