import { IconBellRinging } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAlertCount } from '../../../api/alerts.ts';
import { useFormat } from '../../../format/use-format.ts';
import { hrefOf, paths } from '../../../routes.ts';
import classes from '../trouble/trouble.module.css';

/** How many alerts nobody acknowledged, and the way to them; nothing where there are none. */
export function AlertLink() {
  const count = useAlertCount();
  const { t } = useTranslation();
  const format = useFormat();
  if (count === 0) return null;
  const words = t('alerts:count', { count });
  return (
    <a className={classes.link} href={hrefOf(paths.alerts)} title={words}>
      <IconBellRinging size={13} stroke={2.2} aria-hidden />
      <span aria-hidden>{format.number(count)}</span>
      <span className="visually-hidden">{words}</span>
    </a>
  );
}
