import { IconArrowsSplit2 } from '@tabler/icons-react';
import { memo } from 'react';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import type { BoardColumn } from '../../../../../shared/model/preference-words.ts';
import { useIsOld } from '../../../../api/context.ts';
import { Unlike } from '../../../../fleet/differences/unlike.tsx';
import type { KeepRow } from '../../../../fleet/rows/row-body.tsx';
import { StateLine } from '../../../../fleet/rows/state-line.tsx';
import { useIsSelected } from '../../../../fleet/selection/selection.ts';
import { hrefOf, paths } from '../../../../routes.ts';
import { SelectBox } from '../select-box.tsx';
import { useReading } from '../use-reading.ts';
import { AddressCell, useCellText } from './cells.tsx';
import { isText } from './columns.ts';
import classes from './table.module.css';
import { useUnlike } from './use-unlike.ts';
import { useWhyNoInsight } from './use-why-no-insight.ts';

/** One proxy. `row` is its place among all rows, from 0. */
export const TableRow = memo(function TableRow(props: {
  profile: ProfileEntry;
  columns: readonly BoardColumn[];
  place: number;
  row: number;
  onKeep: KeepRow | null;
}) {
  const { profile, columns, place, row, onKeep } = props;
  const { id, name } = profile;
  const { snapshot, means } = useReading(id);
  const old = useIsOld();
  const selected = useIsSelected(id);
  const textOf = useCellText();
  const unlike = useUnlike(id);
  const whyNot = useWhyNoInsight(id);
  const kind = snapshot?.state.kind;
  return (
    <tr
      className={classes.row}
      data-place={place}
      data-state={kind}
      data-stale={old || kind !== 'ready' || undefined}
      data-selected={selected || undefined}
      data-odd={place % 2 === 1 || undefined}
      aria-rowindex={row + 2}
      onFocus={() => onKeep?.(row)}
    >
      <th scope="row" className={classes.name}>
        <div className={classes.nameLine}>
          <SelectBox id={id} name={name} />
          <a href={hrefOf(paths.proxy(id))} title={name} data-card-link>
            {name}
          </a>
          <Unlike id={id} signOnly />
        </div>
      </th>
      {columns.map((column) => {
        const text = textOf(column, profile, { snapshot, means });
        const words = unlike.get(column);
        return (
          <td
            key={column}
            data-column={column}
            data-number={isText(column) ? undefined : true}
            data-unlike={words === undefined ? undefined : true}
            title={words ?? (isText(column) ? (text ?? undefined) : whyNot(column))}
          >
            {words !== undefined && (
              <>
                <IconArrowsSplit2 size={13} aria-hidden />
                <span className="visually-hidden">{words}</span>
              </>
            )}
            {column === 'state' ? (
              <StateLine id={id} old={old} short />
            ) : column === 'address' ? (
              <AddressCell profile={profile} />
            ) : (
              text
            )}
          </td>
        );
      })}
      <td />
    </tr>
  );
});
