import { AppError } from '../../../shared/errors.ts';
import type { Profile, ProfileDraft } from '../../../shared/model/profile.ts';
import type { Filled } from '../../../shared/model/profile-book.ts';
import { changedFields } from '../../../shared/model/profile-merge.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import { type Personal, personalSchema } from '../../store/documents/personal.ts';
import type { ProfileDesk, ProfileShelf } from '../../store/documents/profile-shelf.ts';
import { type ManagedShelfParts, managedView } from './managed-view.ts';

/** Profiles that administrators supply. */
export interface ManagedShelf extends ProfileShelf {
  /** What they note of a profile, beside which the user has notes of the user's own. */
  notesOf(id: string): string;
  /** Those that have the name of one of the user's own in the file, and what they are called here. */
  renamed(): readonly { readonly name: string; readonly called: string }[];
  /** Throws `managed` where more of it would be different than what is personal, `not-found`. */
  requirePersonal(id: string, filled: Filled): void;
  /** Throws `managed` for one of these. */
  requireOwn(id: string): void;
}

/**
 * A shelf on which only what is personal can be changed: notes, colour, favourite, which lie in the user's own file. Whatever else is asked
 * for throws `managed`, with who says so, and then changes nothing.
 */
export function createManagedShelf(parts: ManagedShelfParts): ManagedShelf {
  const view = managedView(parts);
  const by = (): string => parts.managed()?.by ?? '';
  const refuseRemoval = (id: string): never => {
    throw removalRefused(require(view().byId, id).profile.name, by());
  };
  const change = async <T>(edit: (desk: ProfileDesk) => T): Promise<T> => {
    const results: T[] = [];
    await parts.personal.change((before) => {
      const now = view(before).byId;
      const edited = new Map<string, Personal>();
      const get = (id: string): ResolvedProfile | undefined => {
        const known = now.get(id);
        const mine = edited.get(id);
        return known && mine ? { ...known, profile: { ...known.profile, ...mine } } : known;
      };
      const desk: ProfileDesk = {
        get,
        all: () => [...now.keys()].flatMap((id) => get(id) ?? []),
        folder: (id) => view(before).book.folders.find((each) => each.id === id),
        classes: () => view(before).book.classes,
        update(id, filled) {
          const present = require(now, id);
          const mine = personalPart(present.profile, get(id)?.profile, filled, by());
          if (mine !== null) edited.set(id, { ...before[id], ...edited.get(id), ...mine });
        },
        remove: refuseRemoval,
        add: () => refuse('add'),
        restore: () => refuse('restore'),
        putFolder: () => refuse('putFolder'),
        removeFolder: () => refuse('removeFolder'),
        putTag: () => refuse('putTag'),
        takeTags: () => refuse('takeTags'),
        vacate: () => refuse('vacate'),
        removeEmptyFolders: () => refuse('removeEmptyFolders'),
        putFolderBack: () => refuse('putFolderBack'),
        putClass: () => refuse('putClass'),
        removeClass: () => refuse('removeClass'),
        putClassBack: () => refuse('putClassBack'),
        import: () => refuse('import'),
      };
      results.push(edit(desk));
      return edited.size === 0 ? before : { ...before, ...Object.fromEntries(edited) };
    });
    return results[0] as T;
  };
  return {
    list: () => view().list,
    get: (id) => view().byId.get(id)?.profile,
    resolved: (id) => view().byId.get(id),
    folders: () => view().book.folders,
    classes: () => view().book.classes,
    book: () => view().book,
    notesOf: (id) => view().notes.get(id) ?? '',
    renamed: () => view().renamed,
    requirePersonal(id, filled) {
      const { profile } = require(view().byId, id);
      personalPart(profile, profile, filled, by());
    },
    requireOwn(id) {
      if (view().byId.has(id)) refuseRemoval(id);
    },
    change,
    add: () => refuse('add'),
    restore: () => refuse('restore'),
    remove: async (id) => refuseRemoval(id),
    update: (id, edit) =>
      change((desk) => {
        desk.update(id, { draft: edit(require(view().byId, id).profile) });
        return desk.get(id)?.profile ?? require(view().byId, id).profile;
      }),
  };
}

/** What of an edit is personal; null where nothing of it is new. Throws `managed` where it is more. */
function personalPart(
  managed: Profile,
  present: ProfileDraft | undefined,
  { draft }: Filled,
  by: string,
): Personal | null {
  const changed = changedFields(present ?? managed, draft);
  const personal = personalSchema.keyof().options;
  for (const field of changed) {
    if (personal.some((name) => name === field)) continue;
    throw new AppError('managed', { case: 'profile', name: managed.name, field, by });
  }
  const mine = personal.filter((field) => changed.has(field)).map((field) => [field, draft[field]]);
  if (mine.length === 0) return null;
  const read = personalSchema.safeParse(Object.fromEntries(mine));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = String(issue?.path[0] ?? '');
  throw new AppError('invalid-input', { case: 'field', field, rule: issue?.code ?? 'invalid' });
}

function require(profiles: ReadonlyMap<string, ResolvedProfile>, id: string): ResolvedProfile {
  const found = profiles.get(id);
  if (found === undefined) throw noSuchProfile(id);
  return found;
}

export function removalRefused(name: string, by: string): AppError {
  return new AppError('managed', { case: 'profile-removed', name, by });
}

/** The roster asks this of the user's own shelf only. */
function refuse(what: string): never {
  throw new Error(`${what} was asked of managed profiles`);
}
