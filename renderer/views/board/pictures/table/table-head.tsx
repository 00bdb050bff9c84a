import { useTranslation } from 'react-i18next';
import { boardColumns } from '../../../../../shared/model/preference-words.ts';
import type { ChangeView } from '../../../../api/view-state.ts';
import { ColumnHeads } from '../../../../components/columns/column-heads.tsx';
import { sortedAnew } from '../../../../fleet/arrangement/order-values.ts';
import type { BoardView } from '../../arrangement/board-view.ts';
import { isText } from './columns.ts';
import { useColumns } from './use-columns.ts';

/** The headings of the board's table. */
export function TableHead(props: { view: BoardView; onView: ChangeView<BoardView> }) {
  const { view, onView } = props;
  const { t } = useTranslation();
  const [columns, setColumns] = useColumns();
  return (
    <ColumnHeads
      columns={columns}
      all={boardColumns}
      nameOf={(column) => t(`board:columns.${column}`)}
      isNumber={(column) => !isText(column)}
      sort={view.sort}
      direction={view.direction}
      onSort={(column) => onView(sortedAnew(column, view))}
      onColumns={setColumns}
    />
  );
}
