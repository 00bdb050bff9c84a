import { useCallback, useMemo } from 'react';
import type { BoardColumn } from '../../../../../shared/model/preference-words.ts';
import { type KeepRow, RowBody } from '../../../../fleet/rows/row-body.tsx';
import { GroupRow } from './group-row.tsx';
import { TableRow } from './table-row.tsx';
import { heightOf, type TableLine } from './table-rows.ts';

/** The proxies of the board's table, each group under its heading. */
export function TableBody(props: { lines: readonly TableLine[]; columns: readonly BoardColumn[] }) {
  const { lines, columns } = props;
  const rowByPlace = useMemo(
    () => new Map(lines.flatMap((line, row) => (line.kind === 'proxy' ? [[line.place, row]] : []))),
    [lines],
  );
  return (
    <RowBody
      items={lines}
      most={lines.length}
      keyOf={keyOf}
      heightOf={heightOf}
      rowAt={useCallback((place: number) => rowByPlace.get(place) ?? null, [rowByPlace])}
      draw={(line, row, onKeep) => <Line line={line} row={row} columns={columns} onKeep={onKeep} />}
    />
  );
}

function Line(props: {
  line: TableLine;
  row: number;
  columns: readonly BoardColumn[];
  onKeep: KeepRow | null;
}) {
  const { line, row, columns, onKeep } = props;
  if (line.kind === 'head') {
    return <GroupRow group={line.group} columns={columns} row={row} />;
  }
  const { profile, place } = line;
  return <TableRow profile={profile} place={place} row={row} columns={columns} onKeep={onKeep} />;
}

function keyOf(line: TableLine): string {
  return line.kind === 'head' ? `head ${line.group.key}` : line.profile.id;
}
