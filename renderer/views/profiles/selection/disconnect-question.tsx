import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { isGuarded } from '../../../../shared/model/environment-class.ts';
import { useClasses } from '../../../api/classes.ts';
import { Dialog } from '../../../components/dialog.tsx';

/** So many are named; the others are counted. */
const mostNamed = 8;

/** Before proxies whose classes ask for something are among what is disconnected together. */
export function DisconnectQuestion(props: {
  profiles: readonly ProfileEntry[];
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const count = props.profiles.length;
  const classes = useClasses();
  const guarded = props.profiles.filter(({ environment }) => isGuarded(classes, environment));
  const more = guarded.length - mostNamed;
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('arrangement:disconnect.title', { count })}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">{t('arrangement:disconnect.guarded', { count: guarded.length })}</Text>
        <ul>
          {guarded.slice(0, mostNamed).map(({ id, name }) => (
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
    </Dialog>
  );
}
