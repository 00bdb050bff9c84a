import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { AuditEntry, AuditRow, Settings } from '../../../../shared/model/change.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { useIsOld } from '../../../api/context.ts';
import type { Fetched } from '../../../api/fetched.ts';
import { type Log, useAuditLog } from '../../../api/logs.ts';
import { type Lock, type LockControl, useLock } from './lock/use-lock.ts';
import { useSettings } from './use-settings.ts';

/** What is known of a proxy's settings, what was made of them, and whether they can be changed now. */
export interface SettingsControl {
  readonly settings: Fetched<Settings>;
  /** The size last set from here: known also while the proxy is away. */
  readonly bufferSize: Settings['bufferSize'];
  readonly audit: Log<AuditRow>;
  readonly lock: LockControl;
  /** Whether the proxy can be asked now: else what was read may be so no longer. */
  readonly live: boolean;
  /** Why nothing can be changed, in words; null where it can. */
  readonly blocked: string | null;
}

export function useSettingsControl(profile: ProfileEntry, state: ProxyState): SettingsControl {
  const { t } = useTranslation();
  const ready = state.kind === 'ready';
  const lost = useIsOld();
  const settings = useSettings(profile.id, ready);
  const audit = useAuditLog(profile.id);
  const lock = useLock(profile);
  return {
    settings,
    bufferSize: settings.value?.bufferSize ?? lastSize(audit.value?.rows ?? []),
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

function lastSize(entries: readonly AuditEntry[]): Settings['bufferSize'] {
  const entry = entries.find(
    ({ setting, outcome }) => setting === 'bufferSize' && outcome === 'unverified',
  );
  return entry?.requested == null ? null : { bytes: Number(entry.requested), at: entry.at };
}
