import type { BoardColumn } from '../../../../../shared/model/preference-words.ts';
import { useFormat } from '../../../../format/use-format.ts';
import { GroupHead } from '../../groups/group-head.tsx';
import type { BoardGroup } from '../../groups/groups.ts';
import { isSummed, sumText } from '../../groups/sum-text.ts';
import { useTotals } from '../../summary/use-totals.ts';
import classes from './table.module.css';

/** The heading of a group as a row: its name up to the first column that has a sum, and each sum under its column. */
export function GroupRow(props: {
  group: BoardGroup;
  columns: readonly BoardColumn[];
  row: number;
}) {
  const { group, columns, row } = props;
  const format = useFormat();
  const totals = useTotals(group.profiles);
  const first = columns.findIndex(isSummed);
  const before = first < 0 ? columns.length : first;
  return (
    <tr className={classes.groupRow} aria-rowindex={row + 2}>
      <td colSpan={before + 1}>
        <GroupHead group={group} sums={false} />
      </td>
      {columns.slice(before).map((column) => (
        <td key={column} data-sum={column}>
          {isSummed(column) ? sumText(column, totals, format) : null}
        </td>
      ))}
      <td />
    </tr>
  );
}
