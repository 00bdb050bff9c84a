import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Hold } from '../arrangement/use-arrangement.ts';
import { Card } from '../card/card.tsx';
import classes from './card-grid.module.css';
import { columnsIn, gap } from './grid-measures.ts';
import { useArrowKeys } from './use-arrow-keys.ts';
import { VirtualCards } from './virtual-cards.tsx';

/** So many cards are all rendered: the browser's search finds each. */
const allRenderedUpTo = 60;

/** The cards of the board, as many beside each other as there is room for. */
export function CardGrid(props: { profiles: readonly ProfileEntry[]; hold: Hold }) {
  const { profiles, hold } = props;
  const { t } = useTranslation();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const columns = columnsIn(width);
  const { onKeyDown, render } = useArrowKeys(columns, profiles.length);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what bubbles from the links in it, and takes no focus itself
    <div
      ref={ref}
      onKeyDown={onKeyDown}
      onPointerEnter={() => hold('pointer', true)}
      onPointerLeave={() => hold('pointer', false)}
      onFocus={() => hold('focus', true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) hold('focus', false);
      }}
    >
      {profiles.length > allRenderedUpTo ? (
        <VirtualCards profiles={profiles} columns={columns} render={render} />
      ) : (
        <ul
          className={classes.grid}
          aria-label={t('board:list')}
          style={{ gap, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        >
          {profiles.map((profile, place) => (
            <li key={profile.id} data-place={place}>
              <Card profile={profile} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
