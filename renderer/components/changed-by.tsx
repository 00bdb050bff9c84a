import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../shared/model/change.ts';

/** Who made a change, where they sat, and by which shell, as far as it was kept. */
export function ChangedBy({ entry }: { entry: Pick<AuditRow, 'actor' | 'shell' | 'remote'> }) {
  const { t } = useTranslation();
  return <>{sayChangedBy(t, entry)}</>;
}

/** The same as a text. */
export function sayChangedBy(
  t: TFunction,
  { actor, shell, remote }: Pick<AuditRow, 'actor' | 'shell' | 'remote'>,
): string {
  return [
    remote === null ? actor : t('changes:history.remote', { actor, remote }),
    ...(shell === null ? [] : [t(`changes:shells.${shell}`)]),
  ].join(' · ');
}
