import { NativeSelect } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type DragEvent, Fragment, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { type ListColumn, type ListSort, listColumns } from '../../../../shared/model/app-info.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import type { ChangeView } from '../../../api/view-state.ts';
import { ColumnHeads } from '../../../components/columns/column-heads.tsx';
import { beginDrag, dragged } from '../../../components/tree/dragged.ts';
import type { Hold } from '../../board/arrangement/use-arrangement.ts';
import { PictureFrame } from '../../board/pictures/picture-frame.tsx';
import { rowsOf } from '../../board/pictures/rows.ts';
import { useVirtualRows } from '../../board/pictures/use-virtual-rows.ts';
import { useSelection } from '../../board/selection/selection.ts';
import { actionsWidth, fitting, widthOf } from './list-columns.ts';
import { isNumber, sortedBy } from './list-order.ts';
import { ListRow, type RowActions } from './list-row.tsx';
import classes from './list-table.module.css';
import type { ListView } from './list-view.ts';
import { type RowWords, useRowWords } from './row-words.ts';

/** Pixels; the latter where something stands below the name. */
const rowHeights = { one: 32, two: 50 } as const;

/** Where there are no more profiles all rows are rendered: the browser's search finds each. */
const allRenderedUpTo = 60;

interface TableProps {
  readonly listed: readonly ProfileEntry[];
  /** How many profiles there are. */
  readonly all: number;
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
  const { beside, below } = useMemo(
    () => fitting(columns, width === 0 ? Number.POSITIVE_INFINITY : width),
    [columns, width],
  );
  const rowHeight = below.length === 0 ? rowHeights.one : rowHeights.two;
  const Body = all > allRenderedUpTo ? VirtualBody : WholeBody;
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
      {below.length > 0 && <SortBelow view={view} onView={onView} columns={columns} />}
      <table
        className={classes.table}
        aria-label={t('pages.profiles')}
        aria-rowcount={listed.length + 1}
        {...drag}
      >
        <colgroup>
          <col style={{ width: widthOf('name') }} />
          {beside.map((column) => (
            <col key={column} style={{ width: widthOf(column) }} />
          ))}
          <col style={{ width: actionsWidth }} />
        </colgroup>
        <ColumnHeads
          columns={columns}
          shown={beside}
          all={listColumns}
          nameOf={(column) => t(`profiles:columns.${column}`)}
          isNumber={isNumber}
          sort={view.sort}
          direction={view.direction}
          onSort={(column) => onView(sortedBy(column, view))}
          onColumns={(next) => setPreferences({ listColumns: next })}
        />
        <Body
          listed={listed}
          beside={beside}
          below={below}
          rowHeight={rowHeight}
          actions={actions}
          words={words}
        />
      </table>
    </PictureFrame>
  );
}

interface BodyProps {
  readonly words: RowWords;
  readonly listed: readonly ProfileEntry[];
  readonly beside: readonly ListColumn[];
  readonly below: readonly ListColumn[];
  readonly rowHeight: number;
  readonly actions: RowActions;
}

function WholeBody({ listed, beside, below, actions, words }: BodyProps) {
  return (
    <tbody>
      {listed.map((profile, row) => (
        <ListRow
          key={profile.id}
          profile={profile}
          beside={beside}
          below={below}
          row={row}
          onKeep={null}
          actions={actions}
          words={words}
        />
      ))}
    </tbody>
  );
}

/** Only the rows in view, some around them, and what has the focus; what is between is as high as they were. */
function VirtualBody({ listed, beside, below, rowHeight, actions, words }: BodyProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows, top, keep } = useVirtualRows(body, {
    count: listed.length,
    size: () => rowHeight,
    overscan: 4,
    rowAt: useCallback((place: number) => (place < listed.length ? place : null), [listed.length]),
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
        const profile = listed[index];
        const gap = start - end;
        end = itsEnd;
        return (
          profile !== undefined && (
            // A search puts others into the same rows, which is quicker than to make new ones.
            <Fragment key={index}>
              {gap > 0 && <Gap height={gap} />}
              <ListRow
                profile={profile}
                beside={beside}
                below={below}
                row={index}
                onKeep={keepRow}
                actions={actions}
                words={words}
              />
            </Fragment>
          )
        );
      })}
      {total > end && <Gap height={total - end} />}
    </tbody>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td className={classes.gap} style={{ height }} />
    </tr>
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
