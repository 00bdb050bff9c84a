import { Button, Group, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isOwnAddress,
  type MetricsSettings,
  metricsSettingsSchema,
  metricsTokenSchema,
  missingForMetrics,
} from '../../../../shared/model/metrics-service.ts';
import { useApi } from '../../../api/context.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { SecretInput } from '../../../components/secret-input.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { CopyButton } from './copy-button.tsx';
import { madeUpToken } from './made-up-token.ts';

const reaches = ['here', 'others'] as const;
type Reach = (typeof reaches)[number];

const loopback = '127.0.0.1';
const everywhere = '0.0.0.0';

/** Says where metrics are served, and who may read them there. */
export function MetricsDialog(props: {
  readonly before: MetricsSettings;
  /** Whether there is a token that can be kept. */
  readonly keepable: boolean;
  /** Administrators say where; a token can be entered all the same. */
  readonly locked: boolean;
  readonly onClose: () => void;
}) {
  const { before, keepable, locked, onClose } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [settings, setSettings] = useState(before);
  // Of what is typed meanwhile nothing of that can be said.
  const [reach, setReach] = useState<Reach>(isOwnAddress(before.host) ? 'here' : 'others');
  const [port, setPort] = useState<number | string>(before.port);
  const [token, setToken] = useState('');
  const [tried, setTried] = useState(false);
  const set = (change: Partial<MetricsSettings>): void =>
    setSettings((now) => ({ ...now, ...change }));
  const choose = (next: Reach): void => {
    setReach(next);
    set(next === 'here' ? { host: loopback } : { host: everywhere, token: true });
  };
  const whole = {
    ...settings,
    port,
    host: settings.host.trim(),
    cert: settings.cert.trim(),
    key: settings.key.trim(),
  };
  const read = metricsSettingsSchema.safeParse(whole);
  const { shape } = metricsSettingsSchema;
  const isHost = shape.host.safeParse(whole.host).success;
  const isPort = shape.port.safeParse(port).success;
  const keeps = token === '' && keepable;
  const isToken = !settings.token || keeps || metricsTokenSchema.safeParse(token).success;
  const missing = missingForMetrics(whole, settings.token);
  const fileFault = isOwnAddress(whole.host) ? 'exporter:halfFault' : 'exporter:fileFault';
  const save = (): void => {
    setTried(true);
    if (!read.success || !isToken || missing !== null) return;
    run(async () => {
      const given = settings.token && !keeps ? token : null;
      await client.call('metrics.save', { settings: read.data, token: given });
      onClose();
    });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t('exporter:dialog')}
      busy={busy}
      changed={settings !== before || port !== before.port || token !== ''}
      onSave={save}
    >
      <NativeSelect
        label={t('exporter:reach')}
        value={reach}
        disabled={locked}
        onChange={({ currentTarget: { value } }) =>
          choose(reaches.find((each) => each === value) ?? reach)
        }
        data={reaches.map((value) => ({
          value,
          label: t(`exporter:reaches.${value}`),
        }))}
        data-autofocus
      />
      {reach === 'others' && (
        <TextInput
          label={t('exporter:host')}
          description={t('exporter:hostText')}
          value={settings.host}
          disabled={locked}
          onChange={({ currentTarget }) => set({ host: currentTarget.value })}
          error={tried && !isHost ? t('exporter:hostFault') : null}
          maxLength={45}
          autoComplete="off"
        />
      )}
      <NumberField
        label={t('exporter:port')}
        value={port}
        disabled={locked}
        onChange={setPort}
        error={tried && !isPort ? t('exporter:portFault') : null}
        maxLength={5}
      />
      {(['cert', 'key'] as const).map((file) => (
        <TextInput
          key={file}
          label={t(`exporter:${file}`)}
          description={t(`exporter:${file}Text`)}
          value={settings[file]}
          disabled={locked}
          onChange={({ currentTarget }) => set({ [file]: currentTarget.value })}
          error={tried && missing === file ? t(fileFault) : null}
          maxLength={4000}
          autoComplete="off"
        />
      ))}
      <Switch
        label={t('exporter:asksToken')}
        checked={settings.token}
        disabled={locked}
        onChange={({ currentTarget }) => set({ token: currentTarget.checked })}
        error={tried && missing === 'token' ? t('exporter:tokenNeeded') : null}
      />
      {settings.token && (
        <>
          <SecretInput
            label={t('exporter:token')}
            description={t(keeps ? 'exporter:keepText' : 'exporter:tokenText')}
            toggle={t('exporter:show')}
            value={token}
            onChange={({ currentTarget }) => setToken(currentTarget.value.trim())}
            error={tried && !isToken ? t('exporter:tokenFault') : null}
            maxLength={4100}
            autoComplete="new-password"
          />
          <Group gap="xs">
            <Button size="compact-xs" variant="default" onClick={() => setToken(madeUpToken())}>
              {t('exporter:generate')}
            </Button>
            {token !== '' && (
              <CopyButton key={token} text={token} label={t('exporter:copyToken')} />
            )}
          </Group>
        </>
      )}
    </FormDialog>
  );
}
