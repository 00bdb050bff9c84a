import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Saved } from '../../../shared/model/app-info.ts';
import { longestSavedName } from '../../../shared/model/preference-words.ts';
import { RouteLink } from '../route-link.tsx';
import classes from './saved.module.css';
import { nameOf } from './saved-list.ts';

/** One saved view: a link to it, and what renames and removes it. */
export function SavedRow(props: {
  entry: Saved;
  /** Where it is. */
  path: string;
  onOpen: () => void;
  onRename: (name: string) => void;
  onRemove: () => void;
}) {
  const { name } = props.entry;
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  if (renaming) {
    return (
      <li>
        <RenameForm
          name={name}
          onDone={(next) => {
            setRenaming(false);
            if (next !== null) props.onRename(next);
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.row}>
      {/* The link is followed as any other; what it is in shuts with it. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the link within is what is pressed */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the link is a click, too */}
      <span className={classes.name} onClick={props.onOpen}>
        <RouteLink to={props.path} size="sm" title={name}>
          {name}
        </RouteLink>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('saved.rename', { name })}
        onClick={() => setRenaming(true)}
      >
        <IconPencil size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('saved.remove', { name })}
        onClick={props.onRemove}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}

function RenameForm(props: { name: string; onDone: (name: string | null) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(props.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const name = nameOf(typed);
    if (name !== '') props.onDone(name);
  };
  return (
    <form className={classes.row} onSubmit={submit}>
      <TextInput
        ref={field}
        size="xs"
        flex={1}
        aria-label={t('saved.newName', { name: props.name })}
        maxLength={longestSavedName}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Not what it is in.
          event.stopPropagation();
          props.onDone(null);
        }}
      />
      <Button size="xs" type="submit" variant="default">
        {t('save')}
      </Button>
    </form>
  );
}
