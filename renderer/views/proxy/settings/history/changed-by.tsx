import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../../../shared/model/change.ts';

/** Who made a change, where they sat, and by which shell, as far as it was kept. */
export function ChangedBy({ entry }: { entry: Pick<AuditRow, 'actor' | 'shell' | 'remote'> }) {
  const { t } = useTranslation();
  const { actor, shell, remote } = entry;
  const parts = [
    remote === null ? actor : t('changes:history.remote', { actor, remote }),
    ...(shell === null ? [] : [t(`changes:shells.${shell}`)]),
  ];
  return <>{parts.join(' · ')}</>;
}
