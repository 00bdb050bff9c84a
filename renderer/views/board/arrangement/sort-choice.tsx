import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { boardSorts } from '../../../../shared/model/preference-words.ts';
import type { ChangeView } from '../../../api/view-state.ts';
import { firstDirection, sortedAnew } from '../../../fleet/arrangement/order-values.ts';
import type { BoardView } from './board-view.ts';
import classes from './toolbar.module.css';

/** In which order the proxies stand. */
export function SortChoice(props: {
  view: Pick<BoardView, 'sort' | 'direction'>;
  onView: ChangeView<BoardView>;
}) {
  const { view, onView } = props;
  const { t } = useTranslation();
  const direction = t(`board:sort.${view.direction}`);
  const Sign = view.direction === 'descending' ? IconSortDescending : IconSortAscending;
  return (
    <div className={classes.sort}>
      <label className={classes.choice} htmlFor="board-sort">
        {t('board:sort.label')}
        <NativeSelect
          id="board-sort"
          className={classes.select}
          size="sm"
          value={view.sort}
          onChange={({ currentTarget }) => {
            const sort = boardSorts.find((each) => each === currentTarget.value);
            if (sort !== undefined) onView({ sort, direction: firstDirection(sort) });
          }}
          data={boardSorts.map((value) => ({ value, label: t(`arrangement:sorts.${value}`) }))}
        />
      </label>
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={direction}
        title={direction}
        onClick={() => onView({ direction: sortedAnew(view.sort, view).direction })}
      >
        <Sign size={17} aria-hidden />
      </ActionIcon>
    </div>
  );
}
