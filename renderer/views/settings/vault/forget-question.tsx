import { Button, Group, Modal, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { notifyDone } from '../../../components/toast.tsx';
import { useAction } from '../../../components/use-action.tsx';

/** Before a passphrase vault is removed whose passphrase is lost, or whose file is damaged: all that is in it is lost. */
export function ForgetQuestion({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [sure, setSure] = useState(false);
  return (
    <Modal opened onClose={onClose} title={t('vault:forget.title')} centered size="md">
      <Stack gap="sm">
        <Text size="sm">{t('vault:forget.text')}</Text>
        <Switch
          label={t('vault:forget.sure')}
          checked={sure}
          onChange={({ currentTarget }) => setSure(currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button
            color="red.9"
            disabled={!sure}
            loading={busy}
            onClick={() =>
              run(async () => {
                await client.call('vault.forget', {});
                notifyDone(t('vault:forget.done'), t('vault:forget.doneText'));
                onClose();
              })
            }
          >
            {t('vault:forget.submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
