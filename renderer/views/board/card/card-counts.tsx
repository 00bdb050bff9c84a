import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { usePart } from '../../../fleet/rows/use-part.ts';
import classes from './card.module.css';

/** What was seen of a proxy that should not be: stock credentials, restarts, polls missed. Nothing where there is none of it. */
export const Counts = memo(function Counts({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const restarts = usePart(profile.id, (snapshot) => snapshot?.restarts ?? 0);
  const missed = usePart(profile.id, (snapshot) => snapshot?.missedPolls ?? 0);
  const { stockCredentials } = profile;
  if (!stockCredentials && restarts === 0 && missed === 0) return null;
  return (
    <ul className={classes.counts}>
      {stockCredentials && (
        <li className={classes.warning} title={t('board:card.stockHint')}>
          <IconAlertTriangle size={13} aria-hidden /> {t('board:card.stock')}
        </li>
      )}
      {restarts > 0 && (
        <li className={classes.warning}>{t('board:card.restarts', { count: restarts })}</li>
      )}
      {missed > 0 && <li>{t('board:card.missed', { count: missed })}</li>}
    </ul>
  );
});
