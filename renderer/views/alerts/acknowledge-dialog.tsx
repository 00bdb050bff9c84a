import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentMs } from '../../../shared/fleet/alerts/verdicts.ts';
import { longestReason } from '../../../shared/model/alert.ts';
import type { Batch } from '../../api/alerts.ts';
import { useApi } from '../../api/context.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useAction } from '../../components/use-action.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useAlertWords } from './alert-words.ts';
import { momentEndOf } from './moment-end.ts';

/** Why these need nobody any more, until they are over. */
export function AcknowledgeDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [reason, setReason] = useState('');
  const format = useFormat();
  const until = momentEndOf(batch);
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
            {until === null
              ? t('alerts:acknowledgeText')
              : t('alerts:momentText', {
                  time: format.time(until),
                  minutes: momentMs / 60_000,
                })}
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
