import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { notifyRemoved } from '../../../components/toast.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { undoOf } from './bulk-form.ts';

/** Tells of profiles that were edited together, and offers to take that back. */
export function useManyEdited(): (
  before: readonly ProfileEntry[],
  after: readonly ProfileEntry[],
) => void {
  const { t } = useTranslation();
  const { client } = useApi();
  const undo = useAction();
  return (before, after) => {
    const notification = notifyRemoved(
      t('profiles:bulk.saved', { count: after.length }),
      <Group gap="xs" justify="space-between">
        <Text size="sm">{t('profiles:bulk.savedText')}</Text>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            undo.run(async () => {
              await client.call('profiles.saveMany', undoOf(before, after));
              notifications.hide(notification);
            })
          }
        >
          {t('undo')}
        </Button>
      </Group>,
    );
  };
}
