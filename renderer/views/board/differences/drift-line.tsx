import { IconTargetOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDrift } from '../../../api/drift.ts';
import { hrefOf, paths } from '../../../routes.ts';
import classes from './differences.module.css';

/** How many settings of the fleet deviate from what is intended; nothing while none does. */
export function DriftLine() {
  const { t } = useTranslation();
  const rows = useDrift().value ?? [];
  const count = rows.filter(({ state }) => state === 'deviates').length;
  return (
    <div className={count > 0 ? classes.line : 'visually-hidden'}>
      <span role="status" className={classes.count}>
        {count > 0 && (
          <>
            <IconTargetOff size={15} aria-hidden />
            {t('drift:summary', { count })}
          </>
        )}
      </span>
      {count > 0 && (
        <a className={classes.show} href={hrefOf(paths.drift)}>
          {t('drift:toDrift')}
        </a>
      )}
    </div>
  );
}
