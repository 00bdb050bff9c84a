import { createStore } from '../../api/store.ts';

/** Whether the dialog for the passphrase lies over the window. */
export const unlockOpened = createStore(false);

/** Asks for the passphrase, from wherever a locked vault is in the way. */
export function openUnlock(): void {
  unlockOpened.set(true);
}
