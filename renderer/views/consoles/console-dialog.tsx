import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleEntry } from '../../../shared/ipc/calls/console.ts';
import { remoteConsoleDraftSchema, usualProgram } from '../../../shared/model/remote-console.ts';
import { useApi } from '../../api/context.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useAction } from '../../components/use-action.tsx';

const shape = remoteConsoleDraftSchema.shape;

/** How a remote console is reached: a new one, or one that is there. */
export function ConsoleDialog({
  entry,
  onClose,
}: {
  entry: ConsoleEntry | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const before = {
    name: entry?.name ?? '',
    sshDestination: entry?.sshDestination ?? '',
    program: entry?.program ?? usualProgram,
    dataDirectory: entry?.dataDirectory ?? '',
  };
  const [typed, setTyped] = useState(before);
  const [tried, setTried] = useState(false);
  const draft = remoteConsoleDraftSchema.safeParse(typed);
  const changed = JSON.stringify(typed) !== JSON.stringify(before);
  const field = (name: keyof typeof before, fault: string) => ({
    value: typed[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTyped((now) => ({ ...now, [name]: value })),
    error: tried && !shape[name].safeParse(typed[name]).success ? fault : null,
    maxLength: 1000,
    autoComplete: 'off',
    spellCheck: false,
  });
  const save = (): void => {
    setTried(true);
    if (!draft.success) return;
    run(async () => {
      const id = entry === null ? {} : { id: entry.id };
      await client.call('consoles.save', { ...id, draft: draft.data });
      onClose();
    });
  };
  return (
    <FormDialog
      title={entry === null ? t('consoles:add') : t('consoles:editOne', { name: entry.name })}
      busy={busy}
      changed={changed}
      onClose={onClose}
      onSave={save}
    >
      <TextInput
        label={t('consoles:fields.name')}
        {...field('name', t('consoles:fields.nameFault'))}
        data-autofocus
      />
      <TextInput
        label={t('consoles:fields.destination')}
        description={t('consoles:fields.destinationText')}
        {...field('sshDestination', t('consoles:fields.destinationFault'))}
      />
      <Text size="sm" c="dimmed">
        {t('consoles:asksNothing')}
      </Text>
      <TextInput
        label={t('consoles:fields.program')}
        description={t('consoles:fields.programText')}
        {...field('program', t('consoles:fields.programFault'))}
      />
      <TextInput
        label={t('consoles:fields.directory')}
        description={t('consoles:fields.directoryText')}
        {...field('dataDirectory', t('consoles:fields.directoryFault'))}
      />
    </FormDialog>
  );
}
