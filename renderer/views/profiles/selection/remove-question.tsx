import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { LeftOut } from '../bulk/left-out.tsx';
import { canGo } from '../many/use-many-profiles.ts';

/** Before profiles are removed of which some stay: those that administrators supply. */
export function RemoveQuestion(props: {
  profiles: readonly ProfileEntry[];
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const count = props.profiles.filter(canGo).length;
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('arrangement:remove.title', { count: props.profiles.length })}
      centered
    >
      <Stack gap="sm">
        <LeftOut profiles={props.profiles} />
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
    </Dialog>
  );
}
