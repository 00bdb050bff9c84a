import { Fragment, useCallback, useMemo, useRef } from 'react';
import type { BoardColumn } from '../../../../../shared/model/app-info.ts';
import { useVirtualRows } from '../use-virtual-rows.ts';
import { GroupRow } from './group-row.tsx';
import classes from './table.module.css';
import { TableRow } from './table-row.tsx';
import { heightOf, type TableLine } from './table-rows.ts';

interface BodyProps {
  readonly lines: readonly TableLine[];
  readonly columns: readonly BoardColumn[];
}

export function WholeBody({ lines, columns }: BodyProps) {
  return (
    <tbody>
      {lines.map((line, row) => (
        <Line key={keyOf(line)} line={line} row={row} columns={columns} />
      ))}
    </tbody>
  );
}

/** Only the lines in view, some around them, and what has the focus; what is between is as high as they were. */
export function VirtualBody({ lines, columns }: BodyProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const rowByPlace = useMemo(
    () => new Map(lines.flatMap((line, row) => (line.kind === 'proxy' ? [[line.place, row]] : []))),
    [lines],
  );
  const { rows, top, keep } = useVirtualRows(body, {
    count: lines.length,
    size: (row) => heightOf(lines[row]),
    overscan: 4,
    rowAt: useCallback((place: number) => rowByPlace.get(place) ?? null, [rowByPlace]),
  });
  const onKeep = useRef(keep);
  onKeep.current = keep;
  const keepRow = useCallback((row: number) => onKeep.current(row), []);
  let end = top;
  const items = rows.getVirtualItems();
  const total = rows.getTotalSize() + top;
  return (
    <tbody ref={body}>
      {items.map(({ index, start, end: itsEnd }) => {
        const line = lines[index];
        const gap = start - end;
        end = itsEnd;
        return (
          line !== undefined && (
            <Fragment key={keyOf(line)}>
              {gap > 0 && <Gap height={gap} />}
              <Line line={line} row={index} columns={columns} onKeep={keepRow} />
            </Fragment>
          )
        );
      })}
      {total > end && <Gap height={total - end} />}
    </tbody>
  );
}

function Line(
  props: Omit<BodyProps, 'lines'> & {
    line: TableLine;
    row: number;
    onKeep?: (row: number) => void;
  },
) {
  const { line, row, columns, onKeep } = props;
  if (line.kind === 'head') {
    return <GroupRow group={line.group} columns={columns} row={row} />;
  }
  const { profile, place } = line;
  return (
    <TableRow
      profile={profile}
      place={place}
      row={row}
      columns={columns}
      {...(onKeep === undefined ? {} : { onKeep })}
    />
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td className={classes.gap} style={{ height }} />
    </tr>
  );
}

function keyOf(line: TableLine): string {
  return line.kind === 'head' ? `head ${line.group.key}` : line.profile.id;
}
