import { Button, Group, Popover, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark } from '@tabler/icons-react';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  longestSavedName,
  mostSavedComparisons,
  type SavedComparison,
} from '../../../../shared/model/app-info.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { notifyRemoved } from '../../../components/toast.tsx';
import classes from './saved.module.css';
import { isFull, nameOf, withBack, withName, without, withSaved } from './saved-list.ts';
import { SavedRow } from './saved-row.tsx';

/** Comparisons under names: opened, renamed, removed, and this one saved. `search` is what its address says; null while nothing is chosen. */
export function SavedMenu({ search }: { search: string | null }) {
  const { t } = useTranslation();
  const { savedComparisons: list } = usePreferences();
  const [opened, setOpened] = useState(false);
  const { change, remove } = useSaved();
  const field = useRef<HTMLInputElement>(null);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus width={360}>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBookmark size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t('compare:saved.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Title order={2} size="h6">
          {t('compare:saved.title')}
        </Title>
        {list.length === 0 ? (
          <Text size="sm" c="dimmed" my={6}>
            {t('compare:saved.none')}
          </Text>
        ) : (
          <ul className={classes.list}>
            {list.map((entry) => (
              <SavedRow
                key={entry.name}
                entry={entry}
                onOpen={() => setOpened(false)}
                onRename={(name) => change((all) => withName(all, entry.name, name))}
                onRemove={() => {
                  remove(entry);
                  field.current?.focus();
                }}
              />
            ))}
          </ul>
        )}
        {search !== null && (
          <SaveForm
            field={field}
            list={list}
            onSave={(name) => change((all) => withSaved(all, { name, search }))}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Changes of the list as it is by then, which another window may have changed. */
function useSaved() {
  const { t } = useTranslation();
  const api = useApi();
  const change = (make: (list: readonly SavedComparison[]) => readonly SavedComparison[]): void => {
    const before = api.preferences.get().savedComparisons;
    const next = make(before);
    if (next !== before) api.setPreferences({ savedComparisons: next });
  };
  const remove = (entry: SavedComparison): void => {
    const place = api.preferences
      .get()
      .savedComparisons.findIndex(({ name }) => name === entry.name);
    change((list) => without(list, entry.name));
    const notification = notifyRemoved(
      t('compare:saved.removed', { name: entry.name }),
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          change((list) => withBack(list, entry, place));
          notifications.hide(notification);
        }}
      >
        {t('undo')}
      </Button>,
    );
  };
  return { change, remove };
}

function SaveForm(props: {
  field: RefObject<HTMLInputElement | null>;
  list: readonly SavedComparison[];
  onSave: (name: string) => void;
}) {
  const { list } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const name = nameOf(typed);
  const known = list.some((entry) => entry.name === name);
  const full = isFull(list) && !known;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name === '' || full) return;
    props.onSave(name);
    setTyped('');
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          ref={props.field}
          data-autofocus
          size="xs"
          flex={1}
          label={t('compare:saved.name')}
          maxLength={longestSavedName}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={name === '' || full}>
          {t(known ? 'compare:saved.replace' : 'compare:saved.save')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" role="status" mt={full ? 6 : 0}>
        {full && t('compare:saved.full', { most: mostSavedComparisons })}
      </Text>
    </form>
  );
}
