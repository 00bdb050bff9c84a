import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsSelected, useSelection } from '../../../fleet/selection/selection.ts';
import classes from './select-box.module.css';

/** Chooses a proxy for what is done with many at once. Seen where something points at it, it has the focus, or is chosen. */
export const SelectBox = memo(function SelectBox({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const selection = useSelection();
  const selected = useIsSelected(id);
  return (
    <input
      type="checkbox"
      className={classes.box}
      data-select
      aria-label={t('board:select', { name })}
      checked={selected}
      onChange={() => selection.toggle(id)}
    />
  );
});
