import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestReason } from '../../../shared/model/alert.ts';
import type { Batch } from '../../api/alerts.ts';
import { useApi } from '../../api/context.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useAction } from '../../components/use-action.tsx';
import { useAlertWords } from './alert-words.ts';

/** Why these need nobody any more, until they are over. */
export function AcknowledgeDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [reason, setReason] = useState('');
  const { what, who } = useAlertWords().batch(batch);
  return (
    <Dialog opened onClose={onClose} title={t('alerts:acknowledge')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(async () => {
            await client.call('alerts.acknowledge', { ids: batch.map(({ id }) => id), reason });
            onClose();
          });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            <b>{what}</b> {who}
          </Text>
          <Text size="sm" c="dimmed">
            {t('alerts:acknowledgeText')}
          </Text>
          <TextInput
            label={t('alerts:reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            maxLength={longestReason}
            autoComplete="off"
            data-autofocus
          />
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('alerts:acknowledge')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
