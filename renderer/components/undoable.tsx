import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyRemoved } from './toast.tsx';
import { useAction } from './use-action.tsx';

/** Tells of something that was done, with what takes it back. A taking back that fails is told, and can be tried again. */
export function useUndoable(): (title: string, text: string, undo: () => Promise<unknown>) => void {
  const { t } = useTranslation();
  const { run } = useAction();
  return useCallback(
    (title, text, undo) => {
      const notification = notifyRemoved(
        title,
        <Group gap="xs" justify="space-between">
          <Text size="sm">{text}</Text>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              run(async () => {
                await undo();
                notifications.hide(notification);
              })
            }
          >
            {t('undo')}
          </Button>
        </Group>,
      );
    },
    [run, t],
  );
}
