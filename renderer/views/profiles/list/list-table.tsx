import { NativeSelect } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type DragEvent, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import {
  type ListColumn,
  type ListSort,
  listColumns,
} from '../../../../shared/model/preference-words.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import type { ChangeView } from '../../../api/view-state.ts';
import { ColumnHeads } from '../../../components/columns/column-heads.tsx';
import { beginDrag, dragged } from '../../../components/tree/dragged.ts';
import type { Hold } from '../../../fleet/arrangement/hold.ts';
import { addressesOf } from '../../../fleet/rows/addresses.ts';
import { PictureFrame } from '../../../fleet/rows/picture-frame.tsx';
import { RowBody } from '../../../fleet/rows/row-body.tsx';
import { rowsOf } from '../../../fleet/rows/rows.ts';
import { useSelection } from '../../../fleet/selection/selection.ts';
import { actionsWidth, fitting, widthOf } from './list-columns.ts';
import { isNumber, sortedBy } from './list-order.ts';
import { ListRow, type RowActions } from './list-row.tsx';
import classes from './list-table.module.css';
import type { ListView } from './list-view.ts';
import { useRowWords } from './row-words.ts';

/** Pixels, by how many lines stand below the name. */
const rowHeights = [32, 50, 68, 86] as const;

interface TableProps {
  readonly listed: readonly ProfileEntry[];
  readonly all: readonly ProfileEntry[];
  readonly view: ListView;
  readonly onView: ChangeView<ListView>;
  readonly hold: Hold;
  readonly actions: RowActions;
}

/** Profiles in rows, with the columns that the user has chosen; rows are dragged onto folders, all that are chosen together. */
export function ListTable({ listed, all, view, onView, hold, actions }: TableProps) {
  const { t } = useTranslation();
  const { setPreferences } = useApi();
  const { listColumns: columns } = usePreferences();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const rows = useMemo(() => rowsOf([listed.length], 1), [listed.length]);
  // Before it is measured nothing is left out.
  const fit = useMemo(
    () => fitting(columns, width === 0 ? Number.POSITIVE_INFINITY : width),
    [columns, width],
  );
  const rowHeight = rowHeights[fit.below.length] ?? rowHeights[3];
  const addresses = useMemo(() => addressesOf(all), [all]);
  const unclassed = !columns.includes('environment');
  const drag = useRowDrag(listed);
  const words = useRowWords();
  return (
    <PictureFrame
      ref={ref}
      shown={listed}
      rows={rows}
      rowHeight={rowHeight}
      hold={hold}
      className={classes.frame}
    >
      {fit.below.length > 0 && <SortBelow view={view} onView={onView} columns={columns} />}
      <table
        className={classes.table}
        aria-label={t('pages.profiles')}
        aria-rowcount={listed.length + 1}
        {...drag}
      >
        <colgroup>
          <col style={{ width: fit.name }} />
          {fit.beside.map((column) => (
            <col key={column} style={{ width: widthOf(column) }} />
          ))}
          <col style={{ width: actionsWidth }} />
        </colgroup>
        <ColumnHeads
          columns={columns}
          shown={fit.beside}
          all={listColumns}
          nameOf={(column) => t(`profiles:columns.${column}`)}
          isNumber={isNumber}
          sort={view.sort}
          direction={view.direction}
          onSort={(column) => onView(sortedBy(column, view))}
          onColumns={(next) => setPreferences({ listColumns: next })}
        />
        <RowBody
          items={listed}
          most={all.length}
          // A search puts others into the same rows, which is quicker than to make new ones.
          keyOf={({ id }) => id}
          heightOf={() => rowHeight}
          rowAt={useCallback(
            (place: number) => (place < listed.length ? place : null),
            [listed.length],
          )}
          draw={(profile, row, onKeep) => (
            <ListRow
              profile={profile}
              address={addresses.get(profile.id)}
              fit={fit}
              unclassed={unclassed}
              row={row}
              onKeep={onKeep}
              actions={actions}
              words={words}
            />
          )}
        />
      </table>
    </PictureFrame>
  );
}

/** What has no heading is sorted by here. */
function SortBelow(props: {
  view: ListView;
  onView: ChangeView<ListView>;
  columns: readonly ListColumn[];
}) {
  const { view, onView, columns } = props;
  const { t } = useTranslation();
  const sorts = [...new Set<ListSort>(['name', ...columns, view.sort])];
  return (
    <NativeSelect
      size="xs"
      className={classes.sort}
      label={t('board:sort.label')}
      value={view.sort}
      data={sorts.map((sort) => ({ value: sort, label: t(`profiles:columns.${sort}`) }))}
      onChange={({ currentTarget }) => {
        const sort = sorts.find((each) => each === currentTarget.value);
        if (sort !== undefined && sort !== view.sort) onView(sortedBy(sort, view));
      }}
    />
  );
}

/** A row takes along all that are chosen, if it is one of them. */
function useRowDrag(listed: readonly ProfileEntry[]) {
  const { t } = useTranslation();
  const selection = useSelection();
  return {
    onDragStart({ target, dataTransfer }: DragEvent) {
      const row = target instanceof Element ? target.closest('tr[data-profile]') : null;
      const id = row?.getAttribute('data-profile');
      if (id === null || id === undefined) return;
      const ids = selection.has(id) ? [...selection.ids.get()] : [id];
      const [only] = listed.filter((profile) => profile.id === id);
      const words =
        ids.length === 1 ? (only?.name ?? '') : t('profiles:moving.many', { count: ids.length });
      beginDrag(dataTransfer, { kind: 'profiles', ids }, words);
    },
    onDragEnd: () => dragged.set(null),
  };
}
