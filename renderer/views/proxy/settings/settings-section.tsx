import { Button, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { AuditEntry, Settings } from '../../../../shared/model/change.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { useIsOld } from '../../../api/context.ts';
import { useAuditLog } from '../../../api/logs.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { BufferSizeEditor } from './editors/buffer-size-editor.tsx';
import classes from './editors/editors.module.css';
import { TransformationEditor } from './editors/transformation-editor.tsx';
import { ChangeHistory } from './history/change-history.tsx';
import { LockBar } from './lock/lock-bar.tsx';
import { type Lock, useLock } from './lock/use-lock.ts';
import headings from './settings-section.module.css';
import { useSettings } from './use-settings.ts';

/** What can be changed on one proxy, and what was. */
export function SettingsSection(props: { profile: ProfileEntry; state: ProxyState }) {
  const { profile, state } = props;
  const { t } = useTranslation();
  const ready = state.kind === 'ready';
  const lost = useIsOld();
  const { value, error, reload } = useSettings(profile.id, ready);
  const audit = useAuditLog(profile.id);
  const entries = audit.value?.rows ?? [];
  const control = useLock(profile);

  const blocked = lost ? t('changes:blocked.lost') : blockedText(t, state, control.lock, value);
  return (
    <section aria-labelledby="settings-title">
      <div className={headings.heading}>
        <Title order={2} size="h5" id="settings-title">
          {t('changes:title')}
        </Title>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconRefresh size={13} aria-hidden />}
          disabled={!ready || lost}
          onClick={reload}
        >
          {t('changes:readAgain')}
        </Button>
      </div>
      <LockBar control={control} />
      {error !== null && ready && (
        <div className={headings.error}>
          <ErrorPanel error={error} tone="yellow">
            <Button size="xs" variant="default" onClick={reload}>
              {t('tryAgain')}
            </Button>
          </ErrorPanel>
        </div>
      )}
      <div className={classes.editors}>
        <TransformationEditor
          profile={profile}
          settings={value}
          live={ready && !lost}
          blocked={blocked}
          log={audit}
        />
        <BufferSizeEditor
          profile={profile}
          bufferSize={value?.bufferSize ?? lastSize(entries)}
          blocked={blocked}
          log={audit}
        />
      </div>
      <ChangeHistory profile={profile} list={audit} blocked={blocked !== null} />
    </section>
  );
}

/** Why nothing can be changed: the nearest reason first. */
function blockedText(
  t: ReturnType<typeof useTranslation>['t'],
  state: ProxyState,
  lock: Lock,
  settings: Settings | null,
): string | null {
  if (state.kind !== 'ready') {
    return t('changes:blocked.notReady', { state: t(`states:${state.kind}.name`) });
  }
  if (lock.kind === 'locked') return t('changes:blocked.locked');
  return settings === null ? t('changes:blocked.notRead') : null;
}

/** The size last set from here, by the log: known also while the proxy is away. */
function lastSize(entries: readonly AuditEntry[]): Settings['bufferSize'] {
  const entry = entries.find(
    ({ setting, outcome }) => setting === 'bufferSize' && outcome === 'unverified',
  );
  return entry?.requested == null ? null : { bytes: Number(entry.requested), at: entry.at };
}
