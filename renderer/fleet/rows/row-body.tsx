import { Fragment, type ReactNode, useCallback, useRef } from 'react';
import classes from './row-body.module.css';
import { useVirtualRows } from './use-virtual-rows.ts';

/** To be called by a row that gets the focus: it stays rendered, however far it is scrolled. The same function in each render. */
export type KeepRow = (row: number) => void;

/** Where there are no more rows all are rendered: the browser's search finds each. */
const allRenderedUpTo = 60;

interface RowBodyProps<T> {
  readonly items: readonly T[];
  /** How many there may come to be, which decides whether all are rendered. */
  readonly most: number;
  readonly keyOf: (item: T, row: number) => string | number;
  /** Pixels. */
  readonly heightOf: (item: T) => number;
  /** The row of a place that is about to get the focus; null where it has none. The same function in each render, as long as the rows are. */
  readonly rowAt: (place: number) => number | null;
  readonly draw: (item: T, row: number, onKeep: KeepRow | null) => ReactNode;
}

/** The rows of a table that the window scrolls: all of them, or, of a long table, those in view. */
export function RowBody<T>(props: RowBodyProps<T>) {
  const { items, keyOf, draw } = props;
  if (props.most > allRenderedUpTo) return <VirtualBody {...props} />;
  return (
    <tbody>
      {items.map((item, row) => (
        <Fragment key={keyOf(item, row)}>{draw(item, row, null)}</Fragment>
      ))}
    </tbody>
  );
}

/** Only the rows in view, some around them, and what has the focus; what is between is as high as they were. */
function VirtualBody<T>({ items, keyOf, heightOf, rowAt, draw }: RowBodyProps<T>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows, top, keep } = useVirtualRows(body, {
    count: items.length,
    size: (row) => (row in items ? heightOf(items[row] as T) : 0),
    overscan: 4,
    rowAt,
  });
  const latest = useRef(keep);
  latest.current = keep;
  const onKeep = useCallback((row: number) => latest.current(row), []);
  let end = top;
  const total = rows.getTotalSize() + top;
  return (
    <tbody ref={body}>
      {rows
        .getVirtualItems()
        .filter(({ index }) => index < items.length)
        .map(({ index, start, end: itsEnd }) => {
          const item = items[index] as T;
          const gap = start - end;
          end = itsEnd;
          return (
            <Fragment key={keyOf(item, index)}>
              {gap > 0 && <Gap height={gap} />}
              {draw(item, index, onKeep)}
            </Fragment>
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
