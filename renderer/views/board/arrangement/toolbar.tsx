import { ActionIcon, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch, IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../../api/view-state.ts';
import classes from '../board.module.css';
import type { BoardView } from './board-view.ts';
import { firstDirection } from './order-values.ts';
import { StateFilter } from './state-filter.tsx';
import { useFilterKeys } from './use-filter-keys.ts';
import { useFilterText } from './use-filter-text.ts';

const sorts = ['name', 'state', 'connections', 'bytesPerSecond', 'accessesPerSecond'] as const;
const metrics = ['connections', 'bytesPerSecond', 'accessesPerSecond'] as const;
const opposite = { ascending: 'descending', descending: 'ascending' } as const;

/** What the board shows, in which order, and what its charts draw. `/` goes to the filter. */
export function Toolbar(props: {
  all: number;
  shown: number;
  view: BoardView;
  onView: ChangeView<BoardView>;
}) {
  const { all, shown, view, onView } = props;
  const { t } = useTranslation();
  const [text, setText] = useFilterText(view.text, onView);
  const field = useRef<HTMLInputElement>(null);
  const onKeyDown = useFilterKeys({
    field,
    typed: text,
    text: view.text,
    clear: () => setText(''),
  });
  const direction = t(`board:sort.${view.direction}`);
  return (
    <search className={classes.toolbar}>
      <TextInput
        ref={field}
        className={classes.filter}
        size="sm"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        placeholder={t('board:filter.text')}
        aria-label={t('board:filter.text')}
        aria-keyshortcuts="/"
        maxLength={200}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          text === '' ? (
            <kbd className={classes.key} aria-hidden>
              /
            </kbd>
          ) : (
            <CloseButton
              size="sm"
              aria-label={t('board:filter.clear')}
              onClick={() => setText('')}
            />
          )
        }
      />
      <div className={classes.choices}>
        <label className={classes.choice} htmlFor="board-sort">
          {t('board:sort.label')}
          <NativeSelect
            id="board-sort"
            className={classes.select}
            size="sm"
            value={view.sort}
            onChange={({ currentTarget }) => {
              const chosen = sorts.find((sort) => sort === currentTarget.value);
              if (chosen !== undefined) {
                onView({ sort: chosen, direction: firstDirection(chosen) });
              }
            }}
            data={sorts.map((value) => ({ value, label: t(`board:sort.${value}`) }))}
          />
        </label>
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={direction}
          title={direction}
          onClick={() => onView({ direction: opposite[view.direction] })}
        >
          {view.direction === 'descending' ? (
            <IconSortDescending size={17} aria-hidden />
          ) : (
            <IconSortAscending size={17} aria-hidden />
          )}
        </ActionIcon>
        <label className={classes.choice} htmlFor="board-chart">
          {t('board:chart')}
          <NativeSelect
            id="board-chart"
            className={classes.select}
            size="sm"
            value={view.metric}
            onChange={({ currentTarget }) => {
              const chosen = metrics.find((name) => name === currentTarget.value);
              if (chosen !== undefined) onView({ metric: chosen });
            }}
            data={metrics.map((value) => ({ value, label: t(`metrics.${value}`) }))}
          />
        </label>
      </div>
      <StateFilter state={view.state} onState={(state) => onView({ state })} />
      <span className="visually-hidden" role="status">
        {shown === all ? '' : t('board:filter.shown', { shown, all })}
      </span>
    </search>
  );
}
