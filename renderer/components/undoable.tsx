import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyRemoved } from './toast.tsx';
import { useAction } from './use-action.tsx';

/** Takes something back. Answers `told` where it tells of that itself. */
type TakeBack = () => Promise<unknown>;

/**
 * Tells of something that was done, with what takes it back. That it was taken back is told, too; a taking back that fails is told, and can be
 * tried again.
 */
export function useUndoable(): (title: string, text: string, undo: TakeBack) => void {
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
                const answer = await undo();
                notifications.hide(notification);
                if (answer !== 'told') notifyDone(t('undone'), title);
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
