import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { webhookSecretSchema, webhookUrlSchema } from '../../../../shared/model/webhook.ts';
import { useApi } from '../../../api/context.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { SecretInput } from '../../../components/secret-input.tsx';
import { useAction } from '../../../components/use-action.tsx';

/** Says where alerts are sent to, and what is signed with. */
export function WebhookDialog({
  url: before,
  onClose,
}: {
  url: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [typed, setTyped] = useState(before ?? '');
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const url = webhookUrlSchema.safeParse(typed);
  const keeps = secret === '' && before !== null;
  const isSecret = keeps || webhookSecretSchema.safeParse(secret).success;
  const save = (): void => {
    setTried(true);
    if (!url.success || !isSecret) return;
    run(async () => {
      await client.call('alerts.setWebhook', { url: url.data, secret: keeps ? null : secret });
      onClose();
    });
  };
  return (
    <FormDialog onClose={onClose} title={t('alerts:webhook.title')} busy={busy} onSave={save}>
      <TextInput
        label={t('alerts:webhook.url')}
        placeholder="https://"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        error={tried && !url.success ? t('alerts:webhook.urlFault') : null}
        maxLength={2000}
        autoComplete="off"
        data-autofocus
      />
      <SecretInput
        label={t('alerts:webhook.secret')}
        description={t(before === null ? 'alerts:webhook.secretText' : 'alerts:webhook.keepText')}
        toggle={t('alerts:webhook.showSecret')}
        value={secret}
        onChange={({ currentTarget }) => setSecret(currentTarget.value)}
        error={tried && !isSecret ? t('alerts:webhook.secretFault') : null}
        maxLength={200}
        autoComplete="new-password"
      />
    </FormDialog>
  );
}
