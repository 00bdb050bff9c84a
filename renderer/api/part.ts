import { navigate } from './page.ts';
import { createStore } from './store.ts';

/** The part of a page that is to be shown and to get the focus once it is there; null where none is. */
export const wantedPart = createStore<string | null>(null);

/** Goes to the page at a path, and there to the part of this name. */
export function goToPart(path: string, part: string): void {
  navigate(path);
  wantedPart.set(part);
}
