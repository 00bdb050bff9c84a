import { Button, Group, type ModalProps, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';

/** A modal dialog with a form: its fields, and at their end the buttons that cancel and save. Enter in a field saves. */
export function FormDialog(props: {
  title: string;
  size?: ModalProps['size'];
  /** What was typed is being saved. */
  busy: boolean;
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
}) {
  const { title, size, busy, onClose, onSave, children } = props;
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={title} {...(size === undefined ? {} : { size })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <Stack gap="sm">
          {children}
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
