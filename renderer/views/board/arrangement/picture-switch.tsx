import { SegmentedControl } from '@mantine/core';
import {
  type Icon,
  IconGrid3x3,
  IconLayoutGrid,
  IconLayoutList,
  IconTable,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../../api/view-state.ts';
import type { BoardView } from './board-view.ts';
import classes from './toolbar.module.css';

const signs: Readonly<Record<BoardView['picture'], Icon>> = {
  cards: IconLayoutGrid,
  compact: IconLayoutList,
  table: IconTable,
  map: IconGrid3x3,
};
const pictures = ['cards', 'compact', 'table', 'map'] as const;

/** How the board draws its proxies. */
export function PictureSwitch(props: {
  picture: BoardView['picture'];
  onView: ChangeView<BoardView>;
}) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="sm"
      classNames={{ root: classes.pictures, label: classes.pictureLabel }}
      aria-label={t('arrangement:picture.label')}
      value={props.picture}
      onChange={(picture) => props.onView({ picture })}
      data={pictures.map((value) => {
        const Sign = signs[value];
        const name = t(`arrangement:picture.${value}`);
        return {
          value,
          label: (
            <span className={classes.picture} title={name}>
              <Sign size={16} aria-hidden />
              <span className={classes.pictureName}>{name}</span>
            </span>
          ),
        };
      })}
    />
  );
}
