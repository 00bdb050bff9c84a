import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';

/** Asks what a class is to be called. */
export function RenameClass(props: {
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(props.name);
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('settings:classes.rename', { name: props.name })}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') props.onRename(name);
        }}
      >
        <TextInput
          label={t('settings:classes.name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          maxLength={80}
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end" gap="xs" mt="sm">
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{t('save')}</Button>
        </Group>
      </form>
    </Dialog>
  );
}
