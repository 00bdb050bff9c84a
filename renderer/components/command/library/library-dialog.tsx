import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedCommand } from '../../../../shared/model/saved-command.ts';
import { useApi } from '../../../api/context.ts';
import { useCall } from '../../../api/use-call.ts';
import { Callout } from '../../callout.tsx';
import { Dialog } from '../../dialog.tsx';
import { May } from '../../may/may.tsx';
import { useAction } from '../../use-action.tsx';
import { Empty, ViewStates } from '../../view-states.tsx';
import { filterCommands } from './command-filter.ts';
import { CommandForm } from './command-form.tsx';
import { CommandItem } from './command-item.tsx';
import classes from './library.module.css';

/** From so many on they are searched. */
const searchedFrom = 6;

/** The commands that are kept under a name: taken, edited, compared with what they were, removed, and the one in the field saved. */
export default function LibraryDialog(props: {
  text: string;
  onTake: (command: string) => void;
  onClose: () => void;
}) {
  const { text, onTake, onClose } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const commands = useCall('commands.list', {});
  const [search, setSearch] = useState('');
  const { run } = useAction();
  // In the dialog, which keeps the focus: what is told beside it cannot be reached.
  const [removed, setRemoved] = useState<SavedCommand | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that had the focus went with its command.
    if (removed !== null) undo.current?.focus();
  }, [removed]);
  const remove = (command: SavedCommand): void =>
    run(async () => {
      await client.call('commands.remove', { id: command.id });
      setRemoved(command);
    });
  const takeBack = ({ id }: SavedCommand): void =>
    run(async () => {
      await client.call('commands.restore', { id });
      setRemoved(null);
    });
  return (
    <Dialog opened onClose={onClose} size="lg" title={t('commands:library.title')}>
      <ViewStates loaded={commands}>
        {(list) => (
          <>
            {list.length >= searchedFrom && (
              <TextInput
                label={t('commands:search')}
                value={search}
                onChange={({ currentTarget }) => setSearch(currentTarget.value)}
                autoComplete="off"
                mb="xs"
              />
            )}
            {list.length === 0 ? (
              <Empty title={t('commands:library.none')} text={t('commands:library.noneText')} />
            ) : (
              <ul className={classes.list} aria-label={t('commands:library.title')}>
                {filterCommands(list, search).map((command) => (
                  <CommandItem
                    key={command.id}
                    command={command}
                    all={list}
                    onTake={onTake}
                    onRemove={() => remove(command)}
                  />
                ))}
              </ul>
            )}
            {removed !== null && (
              <Callout tone="info" title={t('commands:removed', { name: removed.name })}>
                <Group justify="space-between" gap="xs">
                  <Text size="sm">{t('commands:removedText')}</Text>
                  <May needs="operate">
                    <Button
                      ref={undo}
                      size="compact-xs"
                      variant="default"
                      onClick={() => takeBack(removed)}
                    >
                      {t('undo')}
                    </Button>
                  </May>
                </Group>
              </Callout>
            )}
            <Title order={3} size="h6" mt="md">
              {t('commands:save.title')}
            </Title>
            <CommandForm key={text} text={text} all={list} title={t('commands:save.title')} />
          </>
        )}
      </ViewStates>
    </Dialog>
  );
}
