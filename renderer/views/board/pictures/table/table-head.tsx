import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardColumn } from '../../../../../shared/model/app-info.ts';
import type { ChangeView } from '../../../../api/view-state.ts';
import type { BoardView } from '../../arrangement/board-view.ts';
import { sortedAnew } from '../../arrangement/order-values.ts';
import { isText, moved } from './columns.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import classes from './table.module.css';
import { useColumns } from './use-columns.ts';

/** The headings: each sorts by its column, and goes to another place where it is dragged, or by Alt and the arrows. */
export function TableHead(props: { view: BoardView; onView: ChangeView<BoardView> }) {
  const [columns, setColumns] = useColumns();
  const [dragged, setDragged] = useState<BoardColumn | null>(null);
  const [over, setOver] = useState<BoardColumn | null>(null);
  const drop = (onto: BoardColumn): void => {
    setOver(null);
    if (dragged === null) return;
    setColumns(moved(columns, dragged, columns.indexOf(onto) - columns.indexOf(dragged)));
  };
  const onKeyDown = (column: BoardColumn, event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    setColumns(moved(columns, column, by));
  };
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1}>
        <Heading column="name" {...props} />
        {columns.map((column) => (
          <Heading
            key={column}
            column={column}
            {...props}
            th={{
              draggable: true,
              'data-over': (over === column && dragged !== column) || undefined,
              onDragStart: () => setDragged(column),
              onDragEnd: () => setDragged(null),
              onDragOver: (event) => {
                event.preventDefault();
                setOver(column);
              },
              onDragLeave: () => setOver(null),
              onDrop: () => drop(column),
              onKeyDown: (event) => onKeyDown(column, event),
            }}
          />
        ))}
        <td className={classes.menu}>
          <ColumnsMenu columns={columns} onColumns={setColumns} />
        </td>
      </tr>
    </thead>
  );
}

function Heading(props: {
  column: BoardColumn | 'name';
  view: BoardView;
  onView: ChangeView<BoardView>;
  th?: React.ComponentProps<'th'> & { 'data-over'?: true | undefined };
}) {
  const { column, view, onView, th } = props;
  const { t } = useTranslation();
  const title = t(`board:columns.${column}`);
  const sorted = view.sort === column;
  const Arrow = view.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      {...th}
      className={classes.heading}
      data-number={column !== 'name' && !isText(column) ? true : undefined}
      aria-sort={sorted ? view.direction : undefined}
      title={title}
    >
      <UnstyledButton
        className={classes.sort}
        onClick={() => onView(sortedAnew(column, view))}
        aria-keyshortcuts={column === 'name' ? undefined : 'Alt+ArrowLeft Alt+ArrowRight'}
      >
        <span className={classes.cut}>{title}</span>
        {sorted && <Arrow size={13} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}
