import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';

/** Asks whether what was typed is to be lost. */
export function LeaveDialog(props: { opened: boolean; onStay: () => void; onLeave: () => void }) {
  const { opened, onStay, onLeave } = props;
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onStay} title={t('profiles:leave.title')} centered>
      <Text size="sm">{t('profiles:leave.text')}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onStay} data-autofocus>
          {t('profiles:leave.stay')}
        </Button>
        <Button color="red" onClick={onLeave}>
          {t('profiles:leave.leave')}
        </Button>
      </Group>
    </Dialog>
  );
}
