import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { AuditRow, Settings, SizeSet } from '../../../../shared/model/change.ts';
import type { KnownSettings } from '../../../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { useIsOld } from '../../../api/context.ts';
import type { Fetched } from '../../../api/fetched.ts';
import { type Log, useAuditLogOf } from '../../../api/logs.ts';
import { type Lock, type LockControl, useLock } from './lock/use-lock.ts';
import { useSettings } from './use-settings.ts';

/** The buffer sizes that were set from here; without a name where it was last known before this window asked. */
export interface KnownSizes {
  readonly bufferSize:
    | (Omit<SizeSet, 'actor'> & { readonly actor: SizeSet['actor'] | null })
    | null;
  readonly bufferSizeInDoubt: SizeSet | null;
}

/** What is known of a proxy's settings, what was made of them, and whether they can be changed now. */
export interface SettingsControl {
  readonly settings: Fetched<Settings>;
  /** The transformation that was last known to be in force, also while the proxy is away and after a restart of the app. */
  readonly known: KnownSettings['transformation'];
  readonly sizes: KnownSizes;
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
  const audit = useAuditLogOf(profile.id);
  const lock = useLock(profile);
  return {
    settings,
    known: knownOf(settings.value, last),
    sizes: sizesOf(settings.value, last),
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

/** What was read last: from this window, or by the console. */
function knownOf(
  read: Settings | null,
  last: KnownSettings | null,
): KnownSettings['transformation'] {
  const kept = last?.transformation ?? null;
  if (read === null || (kept !== null && kept.at > read.readAt)) return kept;
  return { value: read.transformation, at: read.readAt };
}

function sizesOf(read: Settings | null, last: KnownSettings | null): KnownSizes {
  if (read !== null) return read;
  const kept = last?.bufferSize ?? null;
  return { bufferSize: kept && { ...kept, actor: null }, bufferSizeInDoubt: null };
}
