import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../../../api/view-state.ts';
import { PictureFrame } from '../../../../fleet/rows/picture-frame.tsx';
import { rowsOf } from '../../../../fleet/rows/rows.ts';
import type { BoardView } from '../../arrangement/board-view.ts';
import type { PictureProps } from '../grid-picture.tsx';
import { menuWidth, nameWidth, widthOf, widthOfAll } from './columns.ts';
import classes from './table.module.css';
import { TableBody } from './table-body.tsx';
import { TableHead } from './table-head.tsx';
import { linesOf, rowHeight } from './table-rows.ts';
import { useColumns } from './use-columns.ts';

/** One line for each proxy, with the columns that the user has chosen. */
export function TablePicture(
  props: PictureProps & { view: BoardView; onView: ChangeView<BoardView> },
) {
  const { groups, shown, hold, view, onView } = props;
  const { t } = useTranslation();
  const [columns] = useColumns();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const lines = useMemo(() => linesOf(groups), [groups]);
  const rows = useMemo(() => rowsOf([shown.length], 1), [shown.length]);
  const needed = widthOfAll(columns);
  return (
    <PictureFrame
      ref={ref}
      shown={shown}
      rows={rows}
      rowHeight={rowHeight}
      hold={hold}
      className={classes.frame}
    >
      {/* Where all is in view the heading stays at the window's top; within something that is scrolled it could not. */}
      <div className={classes.sheet} data-scrolls={(width > 0 && needed > width) || undefined}>
        <table
          className={classes.table}
          aria-label={t('board:list')}
          aria-rowcount={lines.length + 1}
          style={{ minWidth: needed }}
        >
          <colgroup>
            <col style={{ width: nameWidth }} />
            {columns.map((column) => (
              <col key={column} style={{ width: widthOf(column) }} />
            ))}
            <col style={{ width: menuWidth }} />
          </colgroup>
          <TableHead view={view} onView={onView} />
          <TableBody lines={lines} columns={columns} />
        </table>
      </div>
    </PictureFrame>
  );
}
