import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { AuditRow, Settings } from '../../../../shared/model/change.ts';
import type { KnownSettings } from '../../../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { useIsOld } from '../../../api/context.ts';
import type { Fetched } from '../../../api/fetched.ts';
import { type Log, useAuditLog } from '../../../api/logs.ts';
import { type Lock, type LockControl, useLock } from './lock/use-lock.ts';
import { useSettings } from './use-settings.ts';

/** What is known of a proxy's settings, what was made of them, and whether they can be changed now. */
export interface SettingsControl {
  readonly settings: Fetched<Settings>;
  /** What they were last known to be, also while the proxy is away and after a restart of the app. */
  readonly known: KnownSettings;
  readonly audit: Log<AuditRow>;
  readonly lock: LockControl;
  /** Whether the proxy can be asked now: else what was read may be so no longer. */
  readonly live: boolean;
  /** Why nothing can be changed, in words; null where it can. */
  readonly blocked: string | null;
}

export function useSettingsControl(
  profile: ProfileEntry,
  state: ProxyState,
  last: KnownSettings | null,
): SettingsControl {
  const { t } = useTranslation();
  const ready = state.kind === 'ready';
  const lost = useIsOld();
  const settings = useSettings(profile.id, ready);
  const audit = useAuditLog(profile.id);
  const lock = useLock(profile);
  return {
    settings,
    known: knownOf(settings.value, last),
    audit,
    lock,
    live: ready && !lost,
    blocked: lost ? t('changes:blocked.lost') : blockedText(t, state, lock.lock, settings.value),
  };
}

/** Why nothing can be changed: the nearest reason first. */
function blockedText(
  t: TFunction,
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

/** What was read from this window is newer than what the console kept. */
function knownOf(read: Settings | null, last: KnownSettings | null): KnownSettings {
  return {
    transformation:
      read === null
        ? (last?.transformation ?? null)
        : { value: read.transformation, at: read.readAt },
    bufferSize: read?.bufferSize ?? last?.bufferSize ?? null,
  };
}
