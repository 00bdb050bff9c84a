import { Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi, usePreferences } from '../../api/context.ts';
import { useLockedBy } from '../../api/managed.ts';
import { useCall } from '../../api/use-call.ts';
import { Panel } from '../../components/panel.tsx';
import { useAction } from '../../components/use-action.tsx';

/** What the app does on the desktop beside its windows; nothing where there is no desktop, as in a browser. */
export function DesktopPanel() {
  const { t } = useTranslation();
  const { client, setPreferences } = useApi();
  const { closeToTray, notifyAlerts } = usePreferences();
  const lockedBy = useLockedBy();
  const { busy, run } = useAction();
  const { value: desktop, reload } = useCall('desktop.state', {});
  if (desktop == null) return null;
  /** What a choice does, and why it cannot be made where that is so. */
  const said = (text: string, reasons: readonly (string | null)[]) => {
    const [reason] = reasons.filter((each) => each !== null);
    return {
      description: [text, reason].filter(Boolean).join(' '),
      disabled: reason !== undefined,
    };
  };
  const lock = (preference: 'closeToTray' | 'notifyAlerts'): string | null => {
    const by = lockedBy(preference);
    return by === null ? null : t('managed:locked', { by });
  };
  const { tray, startAtLogin, notifications } = desktop;
  return (
    <Panel title={t('settings:desktop.title')}>
      <Stack gap="sm">
        {tray !== 'lives-on' && (
          <Switch
            label={t('settings:desktop.tray')}
            {...said(t('settings:desktop.trayText'), [
              tray === 'none' ? t('settings:desktop.noTray') : null,
              lock('closeToTray'),
            ])}
            checked={closeToTray && tray === 'there'}
            onChange={({ currentTarget: { checked } }) => setPreferences({ closeToTray: checked })}
          />
        )}
        <Switch
          label={t('settings:desktop.login')}
          {...said(t('settings:desktop.loginText'), [
            startAtLogin === 'not-installed' ? t('settings:desktop.notInstalled') : null,
          ])}
          checked={startAtLogin === 'on'}
          onChange={({ currentTarget: { checked } }) => {
            if (busy) return;
            run(async () => {
              await client.call('desktop.setStartAtLogin', { on: checked });
              reload();
            });
          }}
        />
        <Switch
          label={t('settings:desktop.notify')}
          {...said(t('settings:desktop.notifyText'), [
            notifications ? null : t('settings:desktop.noNotifications'),
            lock('notifyAlerts'),
          ])}
          checked={notifyAlerts && notifications}
          onChange={({ currentTarget: { checked } }) => setPreferences({ notifyAlerts: checked })}
        />
      </Stack>
    </Panel>
  );
}
