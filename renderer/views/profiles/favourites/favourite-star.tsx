import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { May } from '../../../components/may/may.tsx';
import classes from './favourite-star.module.css';
import { useFavourite } from './use-favourite.ts';

/** Says whether a profile is a favourite, and makes it one or not. */
export function FavouriteStar({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const { busy, toggle } = useFavourite();
  const { name, favourite } = profile;
  const label = t('profiles:actions.favourite', { name });
  const Star = favourite ? IconStarFilled : IconStar;
  return (
    <May needs="administer">
      <button
        type="button"
        className={classes.star}
        aria-pressed={favourite}
        aria-label={label}
        title={label}
        disabled={busy}
        onClick={() => toggle(profile)}
      >
        <Star size={15} stroke={1.7} aria-hidden />
      </button>
    </May>
  );
}
