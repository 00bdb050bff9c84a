import type { CSSProperties } from 'react';
import classes from './tree.module.css';
import type { KeyedLine } from './tree-keys.ts';

/** A line of a tree. */
export interface TreeLine extends KeyedLine {
  /** The same for the same thing, whatever the tree holds beside it. */
  readonly key: string;
  /** Among those beside it, from 1, and how many these are. */
  readonly position: number;
  readonly size: number;
}

/** What draws a line is given; all that changes is here, so that only the lines that differ are drawn again. */
export interface LineProps<Line extends TreeLine> {
  readonly line: Line;
  readonly index: number;
  /** Pixels from the top of the tree. */
  readonly top: number;
  /** The one line of the tree that Tab comes to. */
  readonly inTabOrder: boolean;
  /** The one that the view is of, or that is chosen. */
  readonly current: boolean;
  readonly treeId: string;
  readonly onFold: (line: Line, folded: boolean) => void;
  readonly onChoose: ((line: Line) => void) | undefined;
}

export const rowHeight = 32;

/** What makes the element of a line an item of its tree. */
export function treeItem({
  line,
  index,
  top,
  inTabOrder,
  current,
  treeId,
  isChoice,
}: Omit<LineProps<TreeLine>, 'onFold' | 'onChoose'> & {
  /** It is chosen in the tree, and leads nowhere. */
  readonly isChoice?: boolean;
}) {
  return {
    role: 'treeitem',
    id: lineId(treeId, index),
    'aria-level': line.level,
    'aria-posinset': line.position,
    'aria-setsize': line.size,
    'aria-selected': isChoice === true ? current : undefined,
    'aria-expanded': line.folded === null ? undefined : !line.folded,
    'data-row': index,
    tabIndex: inTabOrder ? 0 : -1,
    className: classes.row,
    style: { top, '--level': line.level } as CSSProperties,
  } as const;
}

export function lineId(treeId: string, index: number): string {
  return `${treeId}-${index}`;
}
