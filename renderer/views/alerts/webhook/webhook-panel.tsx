import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookState } from '../../../../shared/model/webhook.ts';
import { useApi } from '../../../api/context.ts';
import { useManaged } from '../../../api/managed.ts';
import { useCall } from '../../../api/use-call.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { Only } from '../../../components/may/only.tsx';
import { Panel } from '../../../components/panel.tsx';
import { notifyAlert, notifyDone } from '../../../components/toast.tsx';
import { unbroken } from '../../../components/unbroken.ts';
import { useAction } from '../../../components/use-action.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useOutcomeWords } from './outcome-words.ts';
import { WebhookDialog } from './webhook-dialog.tsx';

/** Where alerts are sent to, and how that goes. */
export function WebhookPanel() {
  const { t } = useTranslation();
  return (
    <Panel title={t('alerts:webhook.title')} description={t('alerts:webhook.text')}>
      <Only needs="administer">
        <Webhook />
      </Only>
    </Panel>
  );
}

function Webhook() {
  const { t } = useTranslation();
  const { client } = useApi();
  const testing = useAction();
  const removing = useAction();
  const [asking, setAsking] = useState(false);
  const state = useCall('alerts.webhook', {}, { live: true });
  const [editing, setEditing] = useState(false);
  const say = useOutcomeWords();
  const managed = useManaged();
  const isForbidden = managed?.policy.webhook === false;
  const test = (): void =>
    testing.run(async () => {
      const outcome = await client.call('alerts.testWebhook', {});
      if (outcome.kind === 'delivered') notifyDone(t('alerts:webhook.tested'), say(outcome));
      else notifyAlert(t('alerts:webhook.testFailed'), say(outcome));
    });
  const remove = (): void =>
    removing.run(async () => {
      await client.call('alerts.setWebhook', { url: null, secret: null });
      setAsking(false);
    });
  return (
    <ViewStates loaded={state}>
      {(value) => (
        <>
          {value.url === null ? (
            <Text size="sm" c="dimmed">
              {isForbidden
                ? t('alerts:webhook.forbidden', { by: managed.by })
                : t('alerts:webhook.none')}
            </Text>
          ) : (
            <Facts state={value} url={value.url} />
          )}
          <Group gap="xs" mt="xs">
            {!isForbidden && (
              <Button size="xs" variant="default" onClick={() => setEditing(true)}>
                {t(value.url === null ? 'alerts:webhook.set' : 'alerts:webhook.change')}
              </Button>
            )}
            {value.url !== null && (
              <>
                <Button size="xs" variant="default" loading={testing.busy} onClick={test}>
                  {t('alerts:webhook.test')}
                </Button>
                <Button size="xs" variant="default" onClick={() => setAsking(true)}>
                  {t('alerts:webhook.remove')}
                </Button>
              </>
            )}
          </Group>
          <Dialog
            opened={asking && value.url !== null}
            onClose={() => setAsking(false)}
            title={t('alerts:webhook.removeTitle')}
            centered
          >
            <Text size="sm">{t('alerts:webhook.removeText')}</Text>
            <Group justify="flex-end" gap="xs" mt="md">
              <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
                {t('cancel')}
              </Button>
              <Button color="red" loading={removing.busy} onClick={remove}>
                {t('alerts:webhook.removeIt')}
              </Button>
            </Group>
          </Dialog>
          {editing && <WebhookDialog url={value.url} onClose={() => setEditing(false)} />}
        </>
      )}
    </ViewStates>
  );
}

function Facts({ state, url }: { state: WebhookState; url: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useOutcomeWords();
  const { secret, waiting, dropped, last } = state;
  return (
    <>
      <Text size="sm" style={unbroken(url)}>
        {url}
      </Text>
      <Text size="sm" role="status">
        {secret !== 'here' && t(`alerts:webhook.secrets.${secret}`)}
      </Text>
      <Text size="sm" role="status" data-webhook={last?.outcome.kind}>
        {last !== null &&
          t('alerts:webhook.last', { time: format.dateTime(last.at), outcome: say(last.outcome) })}
      </Text>
      {waiting > 0 && (
        <Text size="sm" c="dimmed">
          {t('alerts:webhook.waiting', { count: waiting })}
        </Text>
      )}
      {dropped > 0 && (
        <Text size="sm" c="dimmed">
          {t('alerts:webhook.dropped', { count: dropped })}
        </Text>
      )}
    </>
  );
}
