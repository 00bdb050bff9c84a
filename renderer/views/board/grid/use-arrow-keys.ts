import { type KeyboardEvent, useCallback, useRef } from 'react';
import { placeAfterKey } from './arrow-keys.ts';

/** Moves the focus between cards by the arrow keys. A card that is not rendered yet is rendered by `render.current`. */
export function useArrowKeys(columns: number, count: number) {
  const render = useRef<((place: number) => void) | null>(null);
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const { target, currentTarget: grid } = event;
      if (!(target instanceof Element) || !target.matches('[data-card-link]')) return;
      const place = Number(target.closest('[data-place]')?.getAttribute('data-place'));
      const next = placeAfterKey(event.key, place, columns, count);
      if (next === null) return;
      event.preventDefault();
      render.current?.(next);
      grid.querySelector<HTMLElement>(`[data-place="${next}"] [data-card-link]`)?.focus();
    },
    [columns, count],
  );
  return { onKeyDown, render };
}
