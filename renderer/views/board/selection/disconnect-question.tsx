import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';

/** So many are named; the others are counted. */
const mostNamed = 8;

/** Before production is among what is disconnected together. */
export function DisconnectQuestion(props: {
  profiles: readonly ProfileEntry[];
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const count = props.profiles.length;
  const production = props.profiles.filter(({ environment }) => environment === 'production');
  const more = production.length - mostNamed;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('arrangement:disconnect.title', { count })}
      closeButtonProps={{ 'aria-label': t('close') }}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">
          {t('arrangement:disconnect.production', { count: production.length })}
        </Text>
        <ul>
          {production.slice(0, mostNamed).map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
          {more > 0 && <li>{t('arrangement:disconnect.more', { count: more })}</li>}
        </ul>
        <Text size="sm">{t('arrangement:disconnect.text')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="red" onClick={props.onConfirm}>
            {t('arrangement:disconnect.submit', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
