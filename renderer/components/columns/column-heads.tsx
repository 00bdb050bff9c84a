import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import classes from './columns.module.css';
import { moved } from './columns.ts';
import { ColumnsMenu } from './columns-menu.tsx';

interface HeadsProps<Column extends string> {
  /** Beside the name, in their order. */
  readonly columns: readonly Column[];
  /** Those that have a heading; all of them unless told. */
  readonly shown?: readonly Column[];
  /** All that there are. */
  readonly all: readonly Column[];
  readonly nameOf: (column: Column | 'name') => string;
  /** Numbers stand at the right. */
  readonly isNumber: (column: Column) => boolean;
  /** What it is sorted by, which may be none of the columns. */
  readonly sort: string;
  readonly direction: 'ascending' | 'descending';
  readonly onSort: (column: Column | 'name') => void;
  readonly onColumns: (columns: readonly Column[]) => void;
}

/** The headings: each sorts by its column, and goes to another place where it is dragged, or by Alt and the arrows. The name stays first. */
export function ColumnHeads<Column extends string>(props: HeadsProps<Column>) {
  const { columns, shown = columns, onColumns } = props;
  const [dragged, setDragged] = useState<Column | null>(null);
  const [over, setOver] = useState<Column | null>(null);
  const drop = (onto: Column): void => {
    setOver(null);
    if (dragged === null) return;
    onColumns(moved(columns, dragged, columns.indexOf(onto) - columns.indexOf(dragged)));
  };
  const onKeyDown = (column: Column, event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    onColumns(moved(columns, column, by));
  };
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1}>
        <Heading column="name" {...props} />
        {shown.map((column) => (
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
                if (dragged === null) return;
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
          <ColumnsMenu
            columns={columns}
            all={props.all}
            nameOf={props.nameOf}
            onColumns={onColumns}
          />
        </td>
      </tr>
    </thead>
  );
}

function Heading<Column extends string>(
  props: HeadsProps<Column> & {
    column: Column | 'name';
    th?: React.ComponentProps<'th'> & { 'data-over'?: true | undefined };
  },
) {
  const { column, sort, direction, th } = props;
  const title = props.nameOf(column);
  const sorted = sort === column;
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      {...th}
      className={classes.heading}
      data-number={column !== 'name' && props.isNumber(column) ? true : undefined}
      aria-sort={sorted ? direction : undefined}
      title={title}
    >
      <UnstyledButton
        className={classes.sort}
        onClick={() => props.onSort(column)}
        aria-keyshortcuts={column === 'name' ? undefined : 'Alt+ArrowLeft Alt+ArrowRight'}
      >
        <span className={classes.cut}>{title}</span>
        {sorted && <Arrow size={13} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}
