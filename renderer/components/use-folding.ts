import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { onResize } from '../api/page.ts';

/**
 * How many of the children of a row there is room for, from the first; the others are to be offered elsewhere, and stay rendered, unseen and
 * inert, so that they can be measured. The row has to be their containing block, and to hide what overflows.
 */
export function useFolding<T extends HTMLElement>(): {
  readonly ref: RefObject<T | null>;
  readonly room: number;
} {
  const ref = useRef<T>(null);
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  const measure = (): void => {
    const row = ref.current;
    if (row !== null) setRoom(roomIn(row));
  };
  // What the row holds may have changed with any rendering.
  useLayoutEffect(measure);
  useEffect(() => {
    const row = ref.current;
    if (row === null) return;
    return onResize(row, () => setRoom(roomIn(row)));
  }, []);
  return { ref, room };
}

function roomIn(row: HTMLElement): number {
  const children = [...row.children].filter((child) => child instanceof HTMLElement);
  const over = children.findIndex(
    ({ offsetLeft, offsetWidth }) => offsetLeft + offsetWidth > row.clientWidth + 1,
  );
  return over < 0 ? children.length : over;
}
