import { Button, Group, type ModalProps, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';

/**
 * A modal dialog with a form: its fields, and at their end the buttons that cancel and save. Enter in a field saves. Where something was typed, Escape
 * and a click beside it ask first.
 */
export function FormDialog(props: {
  title: string;
  size?: ModalProps['size'];
  /** What was typed is being saved. */
  busy: boolean;
  /** What was typed would be lost. */
  changed?: boolean;
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
}) {
  const { title, size, busy, changed = false, onClose, onSave, children } = props;
  const [asking, setAsking] = useState(false);
  const leave = (): void => {
    // Later than the key that asks: the question would hear it too, and take itself back.
    if (changed && !busy) setTimeout(() => setAsking(true));
    else onClose();
  };
  const { t } = useTranslation();
  return (
    <Dialog
      opened
      onClose={leave}
      closeOnEscape={!asking}
      title={title}
      {...(size === undefined ? {} : { size })}
    >
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
      <LeaveDialog opened={asking} onStay={() => setAsking(false)} onLeave={onClose} />
    </Dialog>
  );
}
