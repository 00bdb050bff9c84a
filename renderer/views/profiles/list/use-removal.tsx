import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { focusHeading } from '../../../api/page.ts';
import { notifyDone, notifyRemoved } from '../../../components/toast.tsx';
import { useAction } from '../../../components/use-action.tsx';

export interface Removal {
  readonly busy: boolean;
  /** Removes a profile at once, and offers to take that back. */
  run(profile: ProfileEntry): void;
}

export function useRemoval(): Removal {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const restore = useAction();
  const remove = ({ id, name }: ProfileEntry): void =>
    run(async () => {
      await client.call('profiles.remove', { id });
      const notification = notifyRemoved(
        t('profiles:removed.title', { name }),
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
        </Group>,
      );
    });
  return {
    busy,
    run: remove,
  };
}
