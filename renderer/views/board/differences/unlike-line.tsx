import { UnstyledButton } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { useStore } from '../../../api/store.ts';
import type { ChangeView } from '../../../api/view-state.ts';
import type { BoardView } from '../arrangement/board-view.ts';
import classes from './differences.module.css';
import { HowFound } from './how-found.tsx';
import { asksForUnlike, withUnlike } from './is-unlike.ts';

/** How many proxies of the whole fleet are unlike their group; shows only these, or the others again. */
export function UnlikeLine(props: { text: string; onView: ChangeView<BoardView> }) {
  const { differences } = useApi();
  const { t } = useTranslation();
  const count = useStore(differences.all).size;
  const isShown = asksForUnlike(props.text);
  return (
    <div className={classes.line}>
      <span role="status" className={classes.count}>
        {count > 0 && (
          <>
            <IconArrowsSplit2 size={15} aria-hidden />
            {t('arrangement:unlike.count', { count })}
          </>
        )}
      </span>
      {(count > 0 || isShown) && (
        <UnstyledButton
          className={classes.show}
          onClick={() => props.onView({ text: withUnlike(props.text, !isShown) })}
        >
          {isShown ? t('arrangement:unlike.showAll') : t('arrangement:unlike.show')}
        </UnstyledButton>
      )}
      <HowFound />
    </div>
  );
}
