import { createStore } from '../../api/store.ts';

/** What is being dragged within this window. */
export type Dragged =
  | { readonly kind: 'profiles'; readonly ids: readonly string[] }
  | { readonly kind: 'folder'; readonly id: string; readonly path: string };

/** While something is over a page that page cannot read what: it is remembered here instead. Null while nothing of this window is. */
export const dragged = createStore<Dragged | null>(null);

/** To be called as a drag begins; the words are shown beside the pointer where there are any. */
export function beginDrag(transfer: DataTransfer, what: Dragged, words: string | null): void {
  dragged.set(what);
  transfer.effectAllowed = 'move';
  // Some browsers drag nothing that has no data.
  transfer.setData('text/plain', words ?? '');
  if (words === null) return;
  const picture = document.createElement('div');
  picture.className = 'drag-picture';
  picture.textContent = words;
  document.body.append(picture);
  transfer.setDragImage(picture, 0, 0);
  setTimeout(() => picture.remove());
}
