import { createStore } from '../../../api/store.ts';

/** Whether the palette lies over the window. */
export const paletteOpened = createStore(false);

export function openPalette(): void {
  paletteOpened.set(true);
}
