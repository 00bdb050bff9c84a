import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { notifyRemoved } from '../../../components/toast.tsx';

/** Tells what was done with many proxies, with the button that takes it back. */
export function useUndoable(): (title: string, text: string, undo: () => void) => void {
  const { t } = useTranslation();
  return (title, text, undo) => {
    const notification = notifyRemoved(
      title,
      <Group gap="xs" justify="space-between">
        <Text size="sm">{text}</Text>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            notifications.hide(notification);
            undo();
          }}
        >
          {t('undo')}
        </Button>
      </Group>,
    );
  };
}
