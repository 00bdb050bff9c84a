import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { useStore } from '../../../api/store.ts';
import { useFormat } from '../../../format/use-format.ts';
import { hrefOf, paths } from '../../../routes.ts';
import classes from './trouble.module.css';

/** How many proxies are in trouble, and the way to them; nothing where there are none. */
export function TroubleLink() {
  const { size } = useStore(useApi().trouble);
  const { t } = useTranslation();
  const format = useFormat();
  if (size === 0) return null;
  const words = t('trouble.count', { count: size });
  return (
    <a className={classes.link} href={hrefOf(paths.boardOf('is:trouble'))} title={words}>
      <IconAlertTriangle size={13} stroke={2.2} aria-hidden />
      <span aria-hidden>{format.number(size)}</span>
      <span className="visually-hidden">{words}</span>
    </a>
  );
}
