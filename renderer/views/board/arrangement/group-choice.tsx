import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../../api/view-state.ts';
import type { BoardView } from './board-view.ts';
import classes from './toolbar.module.css';

const choices = ['none', 'folder', 'tag', 'environment', 'state'] as const;

/** Under which headings the proxies stand. */
export function GroupChoice(props: { group: BoardView['group']; onView: ChangeView<BoardView> }) {
  const { t } = useTranslation();
  return (
    <label className={classes.choice} htmlFor="board-group">
      {t('arrangement:group.label')}
      <NativeSelect
        id="board-group"
        className={classes.select}
        size="sm"
        value={props.group}
        onChange={({ currentTarget }) => {
          const group = choices.find((each) => each === currentTarget.value);
          if (group !== undefined) props.onView({ group });
        }}
        data={choices.map((value) => ({ value, label: t(`arrangement:group.${value}`) }))}
      />
    </label>
  );
}
