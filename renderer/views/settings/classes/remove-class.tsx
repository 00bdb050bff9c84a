import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { useClassChoices } from '../../../components/class-words.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';

/** Before a class is removed: how many profiles are of it, and the class that they have then. */
export function RemoveClass(props: {
  id: string;
  name: string;
  count: number;
  onClose: () => void;
}) {
  const { id, name, count, onClose } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const [to, setTo] = useState('production');
  const others = useClassChoices().filter(({ value }) => value !== id);
  return (
    <Dialog opened onClose={onClose} title={t('settings:classes.remove', { name })} centered>
      <Stack gap="sm">
        <Text size="sm">{t('settings:classes.has', { count })}</Text>
        <NativeSelect
          label={t('settings:classes.to')}
          value={to}
          data={others}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            color="red"
            loading={busy}
            onClick={() =>
              run(async () => {
                const { undo } = await client.call('classes.remove', { id, to });
                tell(t('settings:classes.removed', { name }), '', () =>
                  client.call('classes.undo', { undo }),
                );
                onClose();
              })
            }
          >
            {t('settings:classes.removeIt')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
