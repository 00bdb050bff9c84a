import { type DragEvent, useRef } from 'react';
import { beginDrag, type Dragged, dragged } from './dragged.ts';
import type { TreeLine } from './tree-line.ts';

/** What can be dragged from a tree, and what is done with what is dropped on it. */
export interface TreeDrag<Line> {
  /** Null where the line stays where it is. */
  readonly take: (line: Line) => Dragged | null;
  readonly takes: (line: Line, what: Dragged) => boolean;
  readonly drop: (line: Line, what: Dragged) => void;
}

/** A folder over which something is held so long opens, milliseconds. */
const openMs = 700;

/** The listeners of a tree for what is dragged from its lines and onto them. The line below the pointer is marked without anything being drawn again. */
export function useTreeDrag<Line extends TreeLine>(
  lineAt: (index: number) => Line | undefined,
  onFold: (line: Line, folded: boolean) => void,
  drag: TreeDrag<Line> | undefined,
) {
  const over = useRef<{ element: Element; opening: ReturnType<typeof setTimeout> } | null>(null);
  if (drag === undefined) return {};
  const lineOf = (target: EventTarget): readonly [Element, Line] | null => {
    const element = target instanceof Element ? target.closest('[data-row]') : null;
    const line = element === null ? undefined : lineAt(Number(element.getAttribute('data-row')));
    return element === null || line === undefined ? null : [element, line];
  };
  const leave = (): void => {
    if (over.current === null) return;
    clearTimeout(over.current.opening);
    over.current.element.removeAttribute('data-over');
    over.current = null;
  };
  const taking = (target: EventTarget) => {
    const what = dragged.get();
    const found = lineOf(target);
    if (what === null || found === null) return null;
    const [element, line] = found;
    return drag.takes(line, what) ? { element, line, what } : null;
  };
  return {
    onDragStart({ target, dataTransfer }: DragEvent) {
      const [, line] = lineOf(target) ?? [];
      const what = line === undefined ? null : drag.take(line);
      if (what !== null && line !== undefined) beginDrag(dataTransfer, what, line.name);
    },
    onDragEnd() {
      leave();
      dragged.set(null);
    },
    onDragOver(event: DragEvent) {
      const found = taking(event.target);
      const [element, line] = lineOf(event.target) ?? [];
      if (element !== over.current?.element) {
        leave();
        if (element !== undefined && line !== undefined && dragged.get() !== null) {
          const open = (): void => {
            if (line.folded === true) onFold(line, false);
          };
          over.current = { element, opening: setTimeout(open, openMs) };
          if (found !== null) element.setAttribute('data-over', '');
        }
      }
      if (found === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
      if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) leave();
    },
    onDrop(event: DragEvent) {
      const found = taking(event.target);
      leave();
      if (found === null) return;
      event.preventDefault();
      drag.drop(found.line, found.what);
      dragged.set(null);
    },
  };
}
