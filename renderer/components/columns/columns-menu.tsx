import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './columns.module.css';
import { moved, toggled } from './columns.ts';

/** Which columns the table has, and in which order. */
export function ColumnsMenu<Column extends string>(props: {
  columns: readonly Column[];
  /** All that there are. */
  all: readonly Column[];
  nameOf: (column: Column) => string;
  onColumns: (columns: readonly Column[]) => void;
}) {
  const { columns, nameOf, onColumns } = props;
  const { t } = useTranslation();
  const others = props.all.filter((column) => !columns.includes(column));
  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false} closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('board:columns.menu')}
          title={t('board:columns.menu')}
        >
          <IconColumns3 size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.columns}>
        {columns.map((column, index) => (
          <div key={column} className={classes.chosen}>
            <Menu.CheckboxItem
              className={classes.choice}
              checked
              onChange={() => onColumns(toggled(columns, column))}
            >
              {nameOf(column)}
            </Menu.CheckboxItem>
            <Menu.Item
              className={classes.move}
              disabled={index === 0}
              aria-label={t('board:columns.earlier', { column: nameOf(column) })}
              onClick={() => onColumns(moved(columns, column, -1))}
            >
              <IconArrowNarrowUp size={16} aria-hidden />
            </Menu.Item>
            <Menu.Item
              className={classes.move}
              disabled={index === columns.length - 1}
              aria-label={t('board:columns.later', { column: nameOf(column) })}
              onClick={() => onColumns(moved(columns, column, 1))}
            >
              <IconArrowNarrowDown size={16} aria-hidden />
            </Menu.Item>
          </div>
        ))}
        {others.map((column) => (
          <Menu.CheckboxItem
            key={column}
            checked={false}
            onChange={() => onColumns(toggled(columns, column))}
          >
            {nameOf(column)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
