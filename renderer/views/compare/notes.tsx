import { IconSquareRotatedFilled, IconTriangleInvertedFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './compare.module.css';

/** What the signs are, how the charts are worked, and how the numbers were reckoned. */
export function Notes({ draggable }: { draggable: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.notes}>
      <span>
        <IconTriangleInvertedFilled size={10} color="var(--spcp-mark-restart)" aria-hidden />
        {t('compare:signs.restart')}
      </span>
      <span>
        <IconSquareRotatedFilled size={10} color="var(--spcp-mark-change)" aria-hidden />
        {t('compare:signs.change')}
      </span>
      <span>{t(draggable ? 'compare:dragHint' : 'compare:wheelHint')}</span>
      <span>{t('compare:table.note')}</span>
    </div>
  );
}
