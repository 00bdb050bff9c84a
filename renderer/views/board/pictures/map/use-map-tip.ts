import { type FocusEvent, type PointerEvent, useState } from 'react';

export const mapTipId = 'map-tip';

/** Pixels that a tip has at the most. */
const tipWidth = 300;
const tipHeight = 110;

export interface TipPlace {
  readonly place: number;
  readonly left: number;
  readonly top: number;
  readonly above: boolean;
}

/** The cell that is pointed at, else the one that has the focus, and where in the map what is said of it has room. */
export function useMapTip() {
  const [pointed, setPointed] = useState<TipPlace | null>(null);
  const [focused, setFocused] = useState<TipPlace | null>(null);
  const none = (): void => {
    setPointed(null);
    setFocused(null);
  };
  return {
    tip: pointed ?? focused,
    handlers: {
      onPointerOver: ({ target, currentTarget }: PointerEvent<HTMLElement>) =>
        setPointed(placeIn(currentTarget, target)),
      onPointerLeave: () => setPointed(null),
      onFocus: ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
        const place = placeIn(currentTarget, target);
        setFocused(place);
        // Of a thousand cells only the one that has the focus is described.
        if (place !== null) target.setAttribute('aria-describedby', mapTipId);
      },
      onBlur: ({ target }: FocusEvent<HTMLElement>) => {
        setFocused(null);
        target.removeAttribute('aria-describedby');
      },
      onKeyDown: ({ key }: { readonly key: string }) => {
        if (key === 'Escape') none();
      },
    },
  };
}

function placeIn(map: HTMLElement, target: EventTarget): TipPlace | null {
  const cell = target instanceof Element ? target.closest('[data-place]') : null;
  if (cell === null) return null;
  const [inner, outer] = [cell.getBoundingClientRect(), map.getBoundingClientRect()];
  const above = inner.top > tipHeight;
  return {
    place: Number(cell.getAttribute('data-place')),
    left: Math.max(0, Math.min(inner.left - outer.left, outer.width - tipWidth)),
    top: (above ? inner.top - 4 : inner.bottom + 4) - outer.top,
    above,
  };
}
