import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../shared/model/change.ts';
import { showHidden } from '../../shared/model/hidden.ts';

/** Who made a change, where they sat, and by which shell, as far as it was kept. */
export function ChangedBy({ entry }: { entry: Pick<AuditRow, 'actor' | 'shell' | 'remote'> }) {
  const { t } = useTranslation();
  return <>{sayChangedBy(t, entry)}</>;
}

/** The same as a text. What nobody would see in a name, or what turns the text around it, stands there as its number: an old entry has it as it came. */
export function sayChangedBy(
  t: TFunction,
  entry: Pick<AuditRow, 'actor' | 'shell' | 'remote'>,
): string {
  const { shell } = entry;
  const actor = showHidden(entry.actor);
  const remote = entry.remote === null ? null : showHidden(entry.remote);
  return [
    remote === null ? actor : t('changes:history.remote', { actor, remote }),
    ...(shell === null ? [] : [t(`changes:shells.${shell}`)]),
  ].join(' · ');
}
