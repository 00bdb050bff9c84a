import type { TagEntry } from '../../../shared/ipc/calls/drift.ts';
import { nameKey } from '../../../shared/model/name.ts';
import { intentsByTag } from '../../../shared/model/tag-intents.ts';
import type { ProfileShelf } from '../../store/documents/profile-shelf.ts';

/** What tags intend: those of administrators, and of the user's own those of which they say nothing. */
export function tagEntries(
  own: Pick<ProfileShelf, 'book'>,
  managed: Pick<ProfileShelf, 'book'>,
): () => readonly TagEntry[] {
  return () => {
    const supplied = managed.book().tags;
    const known = intentsByTag(supplied);
    return [
      ...supplied.map((intent): TagEntry => ({ ...intent, managed: true })),
      ...own.book().tags.filter(({ tag }) => !known.has(nameKey(tag))),
    ];
  };
}
