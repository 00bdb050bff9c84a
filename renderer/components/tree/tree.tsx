import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ComponentType,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { monotonicNow } from '../../api/page.ts';
import classes from './tree.module.css';
import { createTypeahead, treeStep } from './tree-keys.ts';
import { type LineProps, rowHeight, type TreeLine } from './tree-line.ts';
import { type TreeDrag, useTreeDrag } from './use-tree-drag.ts';

interface TreeProps<Line extends TreeLine> {
  readonly lines: readonly Line[];
  readonly label: string;
  /** Draws a line as an item of the tree, by `treeItem`; the same component in each render, and `memo`. */
  readonly Row: ComponentType<LineProps<Line>>;
  /** The line that the view is of, or that is chosen. */
  readonly current: string | null;
  readonly onFold: (line: Line, folded: boolean) => void;
  /** What Enter, the space bar and a click do; without it the lines are links. */
  readonly onChoose?: ((line: Line) => void) | undefined;
  /** What can be dragged from it and dropped on it. */
  readonly drag?: TreeDrag<Line> | undefined;
  /** A field has the focus, and its keys lead to `current`: the tree itself has none. */
  readonly led?: { readonly id: string } | undefined;
}

/** Things in one another, by keys and letters as the ARIA practices have it. Only the lines in view are there, and the one that Tab comes to. */
export function Tree<Line extends TreeLine>(props: TreeProps<Line>) {
  const { lines, current, onFold, onChoose, Row, led } = props;
  const ownId = useId();
  const treeId = led?.id ?? ownId;
  const [focused, setFocused] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [typeahead] = useState(createTypeahead);
  // Tab comes to the row that had the focus last, else to the one that is current.
  const isThere = (key: string | null): boolean => lines.some((line) => line.key === key);
  const wanted = led === undefined && isThere(focused) ? focused : current;
  const entry = Math.max(
    0,
    lines.findIndex(({ key }) => key === wanted),
  );
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // The row that Tab comes to is there wherever the list was scrolled to.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), entry])].sort((a, b) => a - b),
  });
  const isLed = led !== undefined;
  useEffect(() => {
    if (isLed) virtual.scrollToIndex(entry);
  }, [isLed, entry, virtual]);
  const focusRow = (index: number): void => {
    const line = lines[index];
    if (line === undefined) return;
    flushSync(() => setFocused(line.key));
    scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const at = Number(target.dataset.row);
    const line = lines[at];
    if (line === undefined) return;
    if (onChoose !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onChoose(line);
      return;
    }
    const found = typeahead(event.key, lines, at, monotonicNow());
    const step = found === null ? treeStep(event.key, lines, at) : { focus: found };
    if (step === null || (event.shiftKey && found === null)) return;
    event.preventDefault();
    // A letter is a part of a name here, and no key of the page.
    event.stopPropagation();
    if ('focus' in step) focusRow(step.focus);
    else onFold(line, step.folded);
  };
  const lineAt = useCallback((index: number) => lines[index], [lines]);
  const dragging = useTreeDrag(lineAt, onFold, props.drag);
  return (
    <div ref={scroller} className={classes.scroller} data-led={isLed || undefined}>
      <div
        role="tree"
        id={led?.id}
        tabIndex={-1}
        aria-label={props.label}
        className={classes.tree}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          const line = lines[Number(target.dataset.row)];
          if (line !== undefined) setFocused(line.key);
        }}
        {...dragging}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <Row
              // What is searched for changes with each letter: other lines in the same places are quicker than new ones.
              key={isLed ? index : line.key}
              line={line}
              index={index}
              top={start}
              inTabOrder={!isLed && index === entry}
              current={line.key === current}
              treeId={treeId}
              onFold={onFold}
              onChoose={onChoose}
            />
          );
        })}
      </div>
    </div>
  );
}
