import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../../api/view-state.ts';
import type { BoardView } from '../arrangement/board-view.ts';
import classes from './filter.module.css';
import { FilterHelp } from './filter-help.tsx';
import { useFilterKeys } from './use-filter-keys.ts';
import { useFilterText } from './use-filter-text.ts';

/** The text of the filter. `/` goes to it; Enter and the arrow down go from it to the first proxy. */
export function FilterField(props: {
  text: string;
  onView: ChangeView<BoardView>;
  problems: string | undefined;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useFilterText(props.text, props.onView);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const onKeyDown = useFilterKeys({
    field,
    typed: text,
    text: props.text,
    clear: () => setText(''),
    leave: props.onLeave,
  });
  return (
    <div className={classes.filter}>
      <TextInput
        ref={field}
        size="sm"
        id={id}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        placeholder={t('board:filter.text')}
        aria-label={t('board:filter.text')}
        aria-keyshortcuts="/"
        aria-describedby={props.problems}
        spellCheck={false}
        maxLength={200}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSectionWidth={34}
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
      <FilterHelp />
    </div>
  );
}
