import { AppError } from '../../../shared/errors.ts';
import type { Classes } from '../../../shared/model/environment-class.ts';
import { nameKey } from '../../../shared/model/name.ts';
import type { Filled } from '../../../shared/model/profile-book.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import type { TagIntent } from '../../../shared/model/stored-profile.ts';
import type { ManagedShelf } from '../../core/managed/managed-shelf.ts';
import { type Guard, withManagedClasses } from '../../core/roster/guard.ts';
import { tagEntries } from '../../core/roster/tags.ts';
import { createMemoryDocument } from '../../store/documents/memory-document.ts';
import { createProfileShelf, type ProfileDesk } from '../../store/documents/profile-shelf.ts';
import type { ProfileStore } from '../../store/documents/profiles.ts';

/**
 * The user's own profiles, which can be changed, with those that administrators supply, which cannot: asking for it throws `managed`. What is
 * personal of the latter lies in a file of its own, which `change` writes after that of the former: all is checked before either is written,
 * but where the second cannot be written, the first is.
 */
export interface KnownProfiles extends ProfileStore, Pick<Guard, 'classesWith'> {
  /** All classes that there are, of the user's own and of administrators. */
  allClasses(): Classes;
  /** What tags intend: what administrators say of one holds before what the user does. */
  allTags(): readonly TagIntent[];
  /** Who manages a profile; null for one of the user's own. */
  managedBy(id: string): string | null;
  /** Throws `managed` for one that cannot be removed here. */
  requireOwn(id: string): void;
  /** What `change` would do, with nothing written. Throws as it does. */
  rehearse<T>(edit: (desk: ProfileDesk) => T): Promise<T>;
}

/** What is added to a profile that is not the user's own. */
interface Personal {
  readonly id: string;
  readonly filled: Filled;
}

/** `by`: who supplies them. */
export function withManaged(own: ProfileStore, managed: ManagedShelf, by: string): KnownProfiles {
  const isManaged = (id: string): boolean => managed.get(id) !== undefined;
  const classesWith = withManagedClasses(managed);
  const requireFree = (name: string): void => {
    const holder = managed.list().find((profile) => nameKey(profile.name) === nameKey(name));
    if (holder === undefined) return;
    const detail = { case: 'taken', field: 'name', reason: 'taken', name: holder.name } as const;
    throw new AppError('invalid-input', detail);
  };
  const guarded = (desk: ProfileDesk, personal: Personal[]): ProfileDesk => ({
    ...desk,
    get: (id) => desk.get(id) ?? withPersonal(managed.resolved(id), personal),
    add(filled) {
      requireFree(filled.draft.name);
      return desk.add(filled);
    },
    update(id, filled) {
      if (isManaged(id)) {
        managed.requirePersonal(id, filled);
        personal.push({ id, filled });
        return;
      }
      requireFree(filled.draft.name);
      desk.update(id, filled);
    },
    remove(id) {
      managed.requireOwn(id);
      desk.remove(id);
    },
  });
  return {
    ...own,
    list: () => [...own.list(), ...managed.list()],
    get: (id) => own.get(id) ?? managed.get(id),
    resolved: (id) => own.resolved(id) ?? managed.resolved(id),
    async change(edit) {
      const personal: Personal[] = [];
      const result = await own.change((desk) => edit(guarded(desk, personal)));
      if (personal.length === 0) return result;
      await managed.change((desk) => {
        for (const { id, filled } of personal) desk.update(id, filled);
      });
      return result;
    },
    rehearse: (edit) =>
      createProfileShelf(createMemoryDocument(own.book())).change((desk) =>
        edit(guarded(desk, [])),
      ),
    async add(draft) {
      requireFree(draft.name);
      return own.add(draft);
    },
    async update(id, edit) {
      if (isManaged(id)) return managed.update(id, edit);
      return own.update(id, edit);
    },
    async remove(id) {
      managed.requireOwn(id);
      return own.remove(id);
    },
    classesWith,
    allClasses: () => classesWith(own.classes()),
    allTags: tagEntries(own, managed),
    managedBy: (id) => (isManaged(id) ? by : null),
    requireOwn: managed.requireOwn,
  };
}

/** A managed profile with what is added to it by now. */
function withPersonal(
  managed: ResolvedProfile | undefined,
  personal: readonly Personal[],
): ResolvedProfile | undefined {
  const added = personal.findLast(({ id }) => id === managed?.profile.id)?.filled.draft;
  if (managed === undefined || added === undefined) return managed;
  const { notes, colour, favourite } = added;
  return { ...managed, profile: { ...managed.profile, notes, colour, favourite } };
}
