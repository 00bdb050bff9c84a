import { Button, Code, Group, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { MetricsState } from '../../../../shared/model/metrics-service.ts';
import { inOneLine } from '../../../../shared/texts/texts.ts';
import { useApi } from '../../../api/context.ts';
import { useCall } from '../../../api/use-call.ts';
import { Callout } from '../../../components/callout.tsx';
import { HowItWorks } from '../../../components/help/how-it-works.tsx';
import { Only } from '../../../components/may/only.tsx';
import { Panel } from '../../../components/panel.tsx';
import { unbroken } from '../../../components/unbroken.ts';
import { useAction } from '../../../components/use-action.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import { CopyButton } from './copy-button.tsx';
import { MetricsDialog } from './metrics-dialog.tsx';

/** Whether the console serves metrics for Prometheus, where, and what keeps it from that. */
export function MetricsPanel() {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('exporter:title')}
      description={t('exporter:text')}
      aside={<HowItWorks of="metrics" name={t('exporter:title')} />}
    >
      <Only needs="administer">
        <Metrics />
      </Only>
    </Panel>
  );
}

function Metrics() {
  const state = useCall('metrics.state', {}, { live: true });
  return <ViewStates loaded={state}>{(value) => <Shown state={value} />}</ViewStates>;
}

function Shown({ state }: { state: MetricsState }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [editing, setEditing] = useState(false);
  const { settings, said, by, serving } = state;
  const isFree = said === 'chosen' || said === 'options';
  const turn = (on: boolean): void =>
    run(() => client.call('metrics.save', { settings: { ...settings, on }, token: null }));
  const why =
    said === 'chosen'
      ? null
      : said === 'locked'
        ? t('managed:locked', { by })
        : t(`exporter:said.${said}`, { by });
  return (
    <>
      {said !== 'policy' && said !== 'forbidden' && (
        <Switch
          checked={settings.on}
          disabled={!isFree || busy}
          onChange={({ currentTarget }) => turn(currentTarget.checked)}
          label={t('exporter:on')}
        />
      )}
      <Serving state={state} />
      {why !== null && (
        <Text size="xs" c="dimmed" data-said={said}>
          {why}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {(isFree || (said === 'locked' && settings.token)) && (
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {t('exporter:change')}
          </Button>
        )}
        {serving.kind === 'failed' && (
          <Button
            size="xs"
            variant="default"
            loading={busy}
            onClick={() => run(() => client.call('metrics.again', {}))}
          >
            {t('exporter:again')}
          </Button>
        )}
      </Group>
      {editing && (
        <MetricsDialog
          before={settings}
          keepable={state.hasToken && settings.token}
          locked={said === 'locked'}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}

function Serving({ state: { serving, settings, said } }: { state: MetricsState }) {
  const { t } = useTranslation();
  if (serving.kind === 'failed') return <Failed error={serving.error} />;
  if (serving.kind === 'off')
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('exporter:off')}
      </Text>
    );
  const { address, notRenewed } = serving;
  return (
    <>
      <Group gap="xs" role="status">
        <Text size="sm">{t('exporter:served')}</Text>
        <Code style={unbroken(address)}>{address}</Code>
        <CopyButton text={address} label={t('exporter:copy')} />
      </Group>
      {(said === 'chosen' || said === 'locked') && (
        <Text size="xs" c="dimmed">
          {t(settings.token ? 'exporter:asks' : 'exporter:asksNobody')}
        </Text>
      )}
      {notRenewed !== null && <NotRenewed error={notRenewed} />}
    </>
  );
}

/** What the options of a command would have to say is no remedy here. */
const remediedByOptions = ['metrics-open', 'metrics-half'];

/** It is served all the same, until the certificate that was read before is over. */
function NotRenewed({ error }: { error: ErrorValue }) {
  const { t } = useTranslation();
  const { title, message, remedy } = useSpeaker().error(error);
  return (
    <Callout tone="warning" title={t('exporter:notRenewed', { title })} code={error.code}>
      <Text size="sm">{inOneLine({ message, remedy })}</Text>
      <Text size="sm">{t('exporter:notRenewedText')}</Text>
    </Callout>
  );
}

function Failed({ error }: { error: ErrorValue }) {
  const { t } = useTranslation();
  const { title, message, remedy } = useSpeaker().error(error);
  const detail = 'case' in error.detail ? error.detail.case : '';
  const hasRemedy = !remediedByOptions.includes(String(detail));
  return (
    <Callout tone="warning" title={t('exporter:failed', { title })} code={error.code}>
      <Text size="sm">{hasRemedy ? inOneLine({ message, remedy }) : message}</Text>
    </Callout>
  );
}
