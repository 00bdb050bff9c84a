import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { focusHeading } from '../../../api/page.ts';
import { notifyRemoved } from '../../../components/toast.tsx';
import { useAction } from '../../../components/use-action.tsx';

/** Tells of profiles that were added together, and offers to take that back. */
export function useManyAdded(): (added: readonly ProfileEntry[]) => void {
  const { t } = useTranslation();
  const { client } = useApi();
  const undo = useAction();
  return (added) => {
    const ids = added.map(({ id }) => id);
    const count = ids.length;
    const notification = notifyRemoved(
      t('profiles:added.title', { count }),
      <Group gap="xs" justify="space-between">
        <Text size="sm">{t('profiles:added.text')}</Text>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            undo.run(async () => {
              await client.call('profiles.removeMany', { ids });
              focusHeading();
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
