import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { LeftOut } from '../../profiles/bulk/left-out.tsx';
import { canGo } from '../../profiles/many/use-many-profiles.ts';

/** So many are named; the others are counted. */
const mostNamed = 8;

/** Before profiles are removed of which some stay: those of production, each of which wants its name typed, and those that administrators supply. */
export function RemoveQuestion(props: {
  profiles: readonly ProfileEntry[];
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const staying = props.profiles.filter(
    ({ environment, managed }) => environment === 'production' && managed === undefined,
  );
  const count = props.profiles.filter(canGo).length;
  const more = staying.length - mostNamed;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('arrangement:remove.title', { count: props.profiles.length })}
      centered
    >
      <Stack gap="sm">
        <LeftOut profiles={props.profiles} />
        {staying.length > 0 && (
          <>
            <Text size="sm">{t('arrangement:remove.production', { count: staying.length })}</Text>
            <ul>
              {staying.slice(0, mostNamed).map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
              {more > 0 && <li>{t('arrangement:disconnect.more', { count: more })}</li>}
            </ul>
          </>
        )}
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
