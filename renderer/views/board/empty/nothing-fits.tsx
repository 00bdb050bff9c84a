import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../components/view-states.tsx';

/** In place of the cards when the filter hides them all. */
export function NothingFits({ count, onShowAll }: { count: number; onShowAll: () => void }) {
  const { t } = useTranslation();
  return (
    <Empty title={t('board:nothingFits.title')} text={t('board:nothingFits.text', { count })}>
      <Button variant="default" size="xs" onClick={onShowAll}>
        {t('board:nothingFits.clear')}
      </Button>
    </Empty>
  );
}
