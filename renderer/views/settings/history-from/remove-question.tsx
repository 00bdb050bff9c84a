import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';

/** Asks before a Prometheus is asked no more: its token or password goes with it. */
export function RemoveQuestion(props: {
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSure: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={props.onClose} title={t('elsewhere:panel.removeTitle')} centered>
      <Text size="sm">{t('elsewhere:panel.removeText')}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="red" loading={props.busy} onClick={props.onSure}>
          {t('elsewhere:panel.remove')}
        </Button>
      </Group>
    </Dialog>
  );
}
