import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

const stops = 'a[href], button:not([disabled])';

/**
 * A row of buttons as one stop of the Tab key, with arrows, Home and End between them. To be spread on what holds them, which is to
 * have the role of a toolbar (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/).
 */
export function useToolbar<T extends HTMLElement>(): {
  readonly ref: RefObject<T | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: { readonly target: Element }) => void;
} {
  const ref = useRef<T>(null);
  const last = useRef<Element | null>(null);
  const all = (): HTMLElement[] =>
    [...(ref.current?.querySelectorAll<HTMLElement>(stops) ?? [])].filter(
      (item) => item.closest('[inert]') === null,
    );
  const mark = (): void => {
    const items = all();
    const stop = items.find((item) => item === last.current) ?? items[0];
    for (const item of items) item.tabIndex = item === stop ? 0 : -1;
  };
  // Buttons come and go with what is chosen.
  useEffect(mark);
  return {
    ref,
    onFocus({ target }) {
      if (!all().some((item) => item === target)) return;
      last.current = target;
      mark();
    },
    onKeyDown(event) {
      const items = all();
      const now = items.indexOf(event.target as HTMLElement);
      if (now < 0) return;
      const steps: Readonly<Record<string, number>> = {
        ArrowRight: now + 1,
        ArrowLeft: now - 1,
        Home: 0,
        End: items.length - 1,
      };
      const next = steps[event.key];
      if (next === undefined) return;
      event.preventDefault();
      items[(next + items.length) % items.length]?.focus();
    },
  };
}
