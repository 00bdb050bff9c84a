import { IconTool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMaintained } from '../api/maintained.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './maintenance-mark.module.css';

/** That work is done on a proxy now, by sign and word; the word is only read out where `signOnly`. Nothing where none is. */
export function MaintenanceMark({ id, signOnly = false }: { id: string; signOnly?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const entry = useMaintained(id);
  if (entry === null) return null;
  const until = t('maintenanceUntil', { time: format.dateTime(entry.to) });
  return (
    <span className={classes.mark} title={until} data-maintenance>
      <IconTool size={13} aria-hidden />
      <span className={signOnly ? 'visually-hidden' : undefined}>
        {signOnly ? until : t('maintenance')}
      </span>
    </span>
  );
}
