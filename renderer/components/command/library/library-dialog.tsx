import { Modal, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedCommand } from '../../../../shared/model/saved-command.ts';
import { useApi } from '../../../api/context.ts';
import { useCall } from '../../../api/use-call.ts';
import { useUndoable } from '../../undoable.tsx';
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
  const undoable = useUndoable();
  const remove = ({ id, name }: SavedCommand): void =>
    run(async () => {
      await client.call('commands.remove', { id });
      undoable(t('commands:removed', { name }), t('commands:removedText'), () =>
        client.call('commands.restore', { id }),
      );
    });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('commands:library.title')}>
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
            <Title order={3} size="h6" mt="md">
              {t('commands:save.title')}
            </Title>
            <CommandForm key={text} text={text} all={list} title={t('commands:save.title')} />
          </>
        )}
      </ViewStates>
    </Modal>
  );
}
