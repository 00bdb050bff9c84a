import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../../api/view-state.ts';
import { Empty } from '../../../components/view-states.tsx';
import type { BoardView } from '../arrangement/board-view.ts';

/** In place of the proxies when the filter hides them all: says what hides them, and takes it away. */
export function NothingFits(props: {
  /** In the fleet, and of these so many that fit what was typed. */
  count: number;
  typed: number;
  view: Pick<BoardView, 'text' | 'state'>;
  onView: ChangeView<BoardView>;
}) {
  const { count, typed, view, onView } = props;
  const { t } = useTranslation();
  const onlyState = typed > 0 && view.state !== 'all';
  return (
    <Empty
      title={t('arrangement:nothingFits.title')}
      text={
        onlyState && view.text !== ''
          ? t('arrangement:nothingFits.otherStates', { count: typed })
          : t('arrangement:nothingFits.text', { count })
      }
    >
      {onlyState && view.text !== '' && (
        <Button variant="default" size="xs" onClick={() => onView({ state: 'all' })}>
          {t('arrangement:nothingFits.anyState')}
        </Button>
      )}
      {typed === 0 && view.state !== 'all' && (
        <Button variant="default" size="xs" onClick={() => onView({ text: '' })}>
          {t('arrangement:nothingFits.clearText')}
        </Button>
      )}
      <Button variant="default" size="xs" onClick={() => onView({ text: '', state: 'all' })}>
        {t('arrangement:nothingFits.clear')}
      </Button>
    </Empty>
  );
}
