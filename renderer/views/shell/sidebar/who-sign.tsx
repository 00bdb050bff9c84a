import { Tooltip } from '@mantine/core';
import { IconEye, IconUserCog } from '@tabler/icons-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { AskerContext } from '../../../api/asker.ts';
import classes from './who-sign.module.css';

const onFocusToo = { hover: true, focus: true, touch: true };

/** Who sits at this window and what they may do; nothing for who administers the console, who may do everything. */
export function WhoSign() {
  const { t } = useTranslation();
  const asker = useContext(AskerContext);
  if (asker === null || asker.role === 'administer') return null;
  const { user, role, console: whose } = asker;
  const Sign = role === 'view' ? IconEye : IconUserCog;
  const more = `${t(`may.means.${role}`)} ${t('may.whose', whose)}`;
  return (
    <Tooltip label={more} multiline maw={320} events={onFocusToo}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard finds what it says more */}
      <p className={classes.sign} tabIndex={0} aria-description={more} data-role={role}>
        <Sign size={15} aria-hidden />
        <span>{t('may.you', { user, role: t(`may.roles.${role}`) })}</span>
      </p>
    </Tooltip>
  );
}
