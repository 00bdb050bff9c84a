import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useState } from 'react';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { viewHeight } from '../../api/page.ts';
import { useSelection } from '../selection/selection.ts';
import { type ItemRow, placeAfterKey } from './rows.ts';

/** Renders the item of a place, at once, where it is not yet: what has to be there to get the focus. */
export type RenderPlace = (place: number) => void;

/** Goes about the items by keys, and chooses them by keys and mouse, the same in every picture. */
export function usePlaceKeys(
  shown: readonly ProfileEntry[],
  rows: readonly ItemRow[],
  rowHeight: number,
) {
  const selection = useSelection();
  const [renderers] = useState(() => new Set<RenderPlace>());
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { key, target, currentTarget: board } = event;
      if (event.altKey || !(target instanceof Element)) return;
      const place = placeOf(target);
      const id = place === null ? undefined : ids[place];
      if (place === null || id === undefined || !target.matches('[data-card-link]')) return;
      if (event.ctrlKey || event.metaKey) {
        if (key.toLowerCase() !== 'a') return;
        event.preventDefault();
        selection.only(ids);
        return;
      }
      if (key === ' ') {
        event.preventDefault();
        selection.toggle(id);
        return;
      }
      if (key === 'Escape') {
        selection.clear();
        return;
      }
      const page = Math.max(1, Math.floor(viewHeight() / rowHeight) - 1);
      const next = placeAfterKey(key, place, rows, page);
      const nextId = next === null ? undefined : ids[next];
      if (next === null || nextId === undefined) return;
      event.preventDefault();
      if (event.shiftKey) {
        // The first step of it begins where it stands.
        if (selection.ids.get().size === 0) selection.extendTo(id, ids);
        selection.extendTo(nextId, ids);
      }
      for (const render of renderers) render(next);
      board.querySelector<HTMLElement>(`[data-place="${next}"] [data-card-link]`)?.focus();
    },
    [ids, rows, rowHeight, selection, renderers],
  );

  const onClick = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      const { target } = event;
      if (!(event.ctrlKey || event.metaKey || event.shiftKey) || !(target instanceof Element)) {
        return;
      }
      const place = placeOf(target);
      const id = place === null ? undefined : ids[place];
      if (id === undefined || target.closest('button, input, [role="menu"]') !== null) return;
      // Instead of another window with the proxy's page.
      event.preventDefault();
      if (event.shiftKey) selection.extendTo(id, ids);
      else selection.toggle(id);
    },
    [ids, selection],
  );
  return { onKeyDown, onClick, renderers };
}

function placeOf(element: Element): number | null {
  const place = element.closest('[data-place]')?.getAttribute('data-place');
  return place === null || place === undefined ? null : Number(place);
}
