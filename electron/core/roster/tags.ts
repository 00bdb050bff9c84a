import type { TagEntry } from '../../../shared/ipc/drift-calls.ts';
import { tagIntentOf } from '../../../shared/model/tag-intents.ts';
import type { ProfileShelf } from '../../store/documents/profile-shelf.ts';

/** What tags intend: those of administrators, and of the user's own those of which they say nothing. */
export function tagEntries(
  own: Pick<ProfileShelf, 'book'>,
  managed: Pick<ProfileShelf, 'book'>,
): () => readonly TagEntry[] {
  return () => {
    const supplied = managed.book().tags;
    return [
      ...supplied.map((intent): TagEntry => ({ ...intent, managed: true })),
      ...own.book().tags.filter(({ tag }) => tagIntentOf(supplied, tag) === undefined),
    ];
  };
}
