import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../api/view-state.ts';
import classes from './filter.module.css';
import { FilterHelp } from './filter-help.tsx';
import { FolderChoice } from './folder-choice.tsx';
import { useFilterKeys } from './use-filter-keys.ts';
import { useFilterText } from './use-filter-text.ts';

/** The text of a filter. */
export function FilterField(props: {
  text: string;
  onView: ChangeView<{ readonly text: string }>;
  problems: string | undefined;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useFilterText(props.text, props.onView);
  return (
    <FilterInput
      label={t('board:filter.text')}
      inShort={t('board:filter.inShort')}
      typed={typed}
      onTyped={setTyped}
      shown={props.text}
      problems={props.problems}
      onLeave={props.onLeave}
      withFolders
    />
  );
}

/** A field for what the filter understands. `/` goes to it; Enter and the arrow down go from it to the first proxy. */
export function FilterInput(props: {
  label: string;
  /** What is to be read of it in an empty field that has no room for the whole. */
  inShort?: string;
  typed: string;
  onTyped: (text: string) => void;
  /** What is shown fits this, which may come a moment after what was typed. */
  shown: string;
  problems: string | undefined;
  onLeave: () => void;
  /** What Enter does, where it does not go on to the first proxy. */
  onEnter?: () => void;
  /** A folder can be chosen from the tree. */
  withFolders?: boolean;
}) {
  const { label, typed, onTyped } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const onKeyDown = useFilterKeys({
    field,
    typed,
    text: props.shown,
    clear: () => onTyped(''),
    leave: props.onLeave,
    enter: props.onEnter,
  });
  return (
    <div className={classes.filter}>
      <TextInput
        ref={field}
        size="sm"
        id={id}
        value={typed}
        onChange={(event) => onTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        placeholder={props.inShort ?? label}
        aria-label={label}
        aria-keyshortcuts="/"
        aria-describedby={props.problems}
        spellCheck={false}
        maxLength={200}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSectionWidth={34}
        rightSection={
          typed === '' ? (
            <kbd className={classes.key} aria-hidden>
              /
            </kbd>
          ) : (
            <CloseButton
              size="sm"
              aria-label={t('board:filter.clear')}
              onClick={() => onTyped('')}
            />
          )
        }
      />
      {props.withFolders === true && <FolderChoice text={typed} onText={onTyped} />}
      <FilterHelp />
    </div>
  );
}
