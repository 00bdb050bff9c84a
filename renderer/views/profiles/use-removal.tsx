import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { useApi } from '../../api/context.ts';
import { focusHeading } from '../../api/page.ts';
import { notifyDone, useAction } from '../../components/use-action.tsx';

/** Removes a profile at once, and offers to take that back. */
export function useRemoval(): { busy: boolean; run(profile: ProfileEntry): void } {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const restore = useAction();
  return {
    busy,
    run({ id, name }) {
      run(async () => {
        await client.call('profiles.remove', { id });
        const notification = notifications.show({
          title: t('profiles:removed.title', { name }),
          autoClose: 15_000,
          color: 'gray',
          message: (
            <Group gap="xs" justify="space-between">
              <Text size="sm">{t('profiles:removed.text')}</Text>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() =>
                  restore.run(async () => {
                    await client.call('profiles.restore', { id });
                    focusHeading();
                    notifications.hide(notification);
                    notifyDone(t('profiles:restored.title', { name }), t('profiles:restored.text'));
                  })
                }
              >
                {t('undo')}
              </Button>
            </Group>
          ),
        });
      });
    },
  };
}
