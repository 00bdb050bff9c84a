import { useTranslation } from 'react-i18next';
import type { Colour } from '../../shared/model/profile-words.ts';
import classes from './colour-mark.module.css';

/** The colour that somebody gave a profile or a folder, with its name for who does not see it. Nothing where it has none. */
export function ColourMark({ colour }: { colour: Colour }) {
  const { t } = useTranslation();
  if (colour === 'none') return null;
  const name = t(`profiles:colours.${colour}`);
  return (
    <span className={classes.mark} data-colour={colour} title={name}>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
