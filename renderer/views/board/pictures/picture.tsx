import { memo } from 'react';
import { assertNever } from '../../../../shared/assert.ts';
import type { ChangeView } from '../../../api/view-state.ts';
import type { BoardView } from '../arrangement/board-view.ts';
import { Card } from '../card/card.tsx';
import { CompactCard } from './compact/compact-card.tsx';
import { GridPicture, type PictureProps } from './grid-picture.tsx';
import { MapPicture } from './map/map-picture.tsx';
import { cardsIn, compactIn } from './measures.ts';
import { Sparklines } from './sparklines.tsx';
import { TablePicture } from './table/table-picture.tsx';

/** How the board draws its proxies: one of the pictures of the same data. */
export const Picture = memo(
  function Picture(props: PictureProps & { view: BoardView; onView: ChangeView<BoardView> }) {
    return (
      <Sparklines view={props.view} shown={props.shown}>
        <Chosen {...props} />
      </Sparklines>
    );
  },
  // The board renders twice a second; its view is another object then, and the same view.
  ({ view, ...before }, { view: nextView, ...next }) =>
    isSame(view, nextView) && isSame(before, next),
);

function isSame<T extends object>(a: T, b: T): boolean {
  return Object.entries(a).every(([name, value]) => Object.is(value, Reflect.get(b, name)));
}

function Chosen({
  view,
  onView,
  ...picture
}: PictureProps & { view: BoardView; onView: ChangeView<BoardView> }) {
  switch (view.picture) {
    case 'cards':
      return <GridPicture {...picture} measuresIn={cardsIn} Item={Card} />;
    case 'compact':
      return <GridPicture {...picture} measuresIn={compactIn} Item={CompactCard} />;
    case 'table':
      return <TablePicture {...picture} view={view} onView={onView} />;
    case 'map':
      return <MapPicture {...picture} series={view.metric} />;
    default:
      return assertNever(view.picture);
  }
}
