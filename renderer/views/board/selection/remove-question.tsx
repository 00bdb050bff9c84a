import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';

/** So many are named; the others are counted. */
const mostNamed = 8;

/** Before profiles are removed of which some are of production: each of these wants its name typed, and stays. */
export function RemoveQuestion(props: {
  profiles: readonly ProfileEntry[];
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const staying = props.profiles.filter(({ environment }) => environment === 'production');
  const count = props.profiles.length - staying.length;
  const more = staying.length - mostNamed;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('arrangement:remove.title', { count: props.profiles.length })}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">{t('arrangement:remove.production', { count: staying.length })}</Text>
        <ul>
          {staying.slice(0, mostNamed).map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
          {more > 0 && <li>{t('arrangement:disconnect.more', { count: more })}</li>}
        </ul>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {t('cancel')}
          </Button>
          {count > 0 && (
            <Button color="red" onClick={props.onConfirm}>
              {t('arrangement:remove.others', { count })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
