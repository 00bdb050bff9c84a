import { useTranslation } from 'react-i18next';
import { useClasses } from '../../../api/classes.ts';
import { groupTitle } from '../groups/group-head.tsx';
import classes from './grid-picture.module.css';
import { type ItemListProps, VirtualItems } from './virtual-items.tsx';

/** The items of one group. */
export function ItemList({ virtual, ...props }: ItemListProps & { virtual: boolean }) {
  const { group, first, measures, Item } = props;
  const { t } = useTranslation();
  const known = useClasses();
  const label = group.by === null ? t('board:list') : groupTitle(group, t, known);
  if (virtual) return <VirtualItems {...props} label={label} />;
  const { columns, gap } = measures;
  return (
    <ul
      className={classes.grid}
      aria-label={label}
      style={{ gap, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {group.profiles.map((profile, index) => (
        <li key={profile.id} data-place={first + index}>
          <Item profile={profile} />
        </li>
      ))}
    </ul>
  );
}
