import { createStore } from '../../../api/store.ts';

/** Whether the switcher lies over the window. */
export const switcherOpened = createStore(false);

export function openSwitcher(): void {
  switcherOpened.set(true);
}
