import { Button, Group, Popover, Text, TextInput, Title } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Saved } from '../../../shared/model/app-info.ts';
import { longestSavedName, mostSaved } from '../../../shared/model/preference-words.ts';
import { useApi, usePreferences } from '../../api/context.ts';
import { paths } from '../../routes.ts';
import { useUndoable } from '../undoable.tsx';
import classes from './saved.module.css';
import { isFull, nameOf, withBack, withName, without, withSaved } from './saved-list.ts';
import { SavedRow } from './saved-row.tsx';

/** Of which page views are saved. */
type SavedOf = 'savedComparisons' | 'savedBoards';

const pathOf: Readonly<Record<SavedOf, (search: string) => string>> = {
  savedComparisons: paths.savedComparison,
  savedBoards: paths.savedBoard,
};

/** Views of a page under names: opened, renamed, removed, and this one saved. `search` is what its address says; null while there is nothing to save. */
export function SavedMenu({ of, search }: { of: SavedOf; search: string | null }) {
  const { t } = useTranslation();
  const list = usePreferences()[of];
  const [opened, setOpened] = useState(false);
  const { change, remove } = useSaved(of);
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
          {t('saved.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Title order={2} size="h6">
          {t(`saved.${of}.title`)}
        </Title>
        {list.length === 0 ? (
          <Text size="sm" c="dimmed" my={6}>
            {t(`saved.${of}.none`)}
          </Text>
        ) : (
          <ul className={classes.list}>
            {list.map((entry) => (
              <SavedRow
                key={entry.name}
                entry={entry}
                path={pathOf[of](entry.search)}
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
function useSaved(of: SavedOf) {
  const { t } = useTranslation();
  const api = useApi();
  const tell = useUndoable();
  const change = (make: (list: readonly Saved[]) => readonly Saved[]): void => {
    const before = api.preferences.get()[of];
    const next = make(before);
    if (next !== before) api.setPreferences({ [of]: next });
  };
  const remove = (entry: Saved): void => {
    const place = api.preferences.get()[of].findIndex(({ name }) => name === entry.name);
    change((list) => without(list, entry.name));
    tell(t('saved.removed', { name: entry.name }), '', async () =>
      change((list) => withBack(list, entry, place)),
    );
  };
  return { change, remove };
}

function SaveForm(props: {
  field: RefObject<HTMLInputElement | null>;
  list: readonly Saved[];
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
          label={t('saved.name')}
          maxLength={longestSavedName}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={name === '' || full}>
          {t(known ? 'saved.replace' : 'saved.save')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" role="status" mt={full ? 6 : 0}>
        {full && t('saved.full', { most: mostSaved })}
      </Text>
    </form>
  );
}
