import { useLayoutEffect, useRef } from 'react';

/**
 * Within what opens over the page: the element beside it that is marked by `data-autofocus`, or what is in one, has the focus as soon as it is drawn.
 * The library gives it a moment later, and a name that somebody types on at once would go to the page, whose keys it would press.
 */
export function FocusAtOnce() {
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const field = mark.current?.parentElement?.querySelector<HTMLElement>('[data-autofocus]');
    field?.focus({ preventScroll: true });
  }, []);
  return <span ref={mark} hidden />;
}
