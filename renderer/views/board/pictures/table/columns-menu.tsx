import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type BoardColumn, boardColumns } from '../../../../../shared/model/app-info.ts';
import { moved, toggled } from './columns.ts';
import classes from './table.module.css';

/** Which columns the table has, and in which order. */
export function ColumnsMenu(props: {
  columns: readonly BoardColumn[];
  onColumns: (columns: readonly BoardColumn[]) => void;
}) {
  const { columns, onColumns } = props;
  const { t } = useTranslation();
  const others = boardColumns.filter((column) => !columns.includes(column));
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
              {t(`board:columns.${column}`)}
            </Menu.CheckboxItem>
            <Menu.Item
              className={classes.move}
              disabled={index === 0}
              aria-label={t('board:columns.earlier', { column: t(`board:columns.${column}`) })}
              onClick={() => onColumns(moved(columns, column, -1))}
            >
              <IconArrowNarrowUp size={16} aria-hidden />
            </Menu.Item>
            <Menu.Item
              className={classes.move}
              disabled={index === columns.length - 1}
              aria-label={t('board:columns.later', { column: t(`board:columns.${column}`) })}
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
            {t(`board:columns.${column}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
