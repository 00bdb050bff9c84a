import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { RemovedClass } from '../../../shared/model/class-shelf.ts';
import type { ClassDraft } from '../../../shared/model/environment-class.ts';
import {
  type EnvironmentClass,
  environmentClassSchema,
} from '../../../shared/model/environment-class-schema.ts';
import {
  type Profile,
  type ProfileDraft,
  profileDraftSchema,
} from '../../../shared/model/profile.ts';
import {
  type Filled,
  type FolderDraft,
  type OpenBook,
  openBook,
  type RemovedFolder,
} from '../../../shared/model/profile-book.ts';
import {
  type Imported,
  type ImportRules,
  importInto,
  type Present,
} from '../../../shared/model/profile-import.ts';
import {
  foldersById,
  type ResolvedProfile,
  resolveProfile,
} from '../../../shared/model/resolve-profile.ts';
import {
  type ProfileBook,
  type ProfileFolder,
  profileFolderSchema,
  type StoredProfile,
  type TagIntent,
  tagIntentSchema,
} from '../../../shared/model/stored-profile.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import type { JsonDocument } from './document.ts';

export type DeskImport = Pick<ImportRules, 'choose' | 'tags'> & Pick<Present, 'elsewhere'>;

/** Profiles and folders while they are changed. Throws `invalid-input` and `not-found`; then none of the changes is made. */
export interface ProfileDesk {
  /** What holds now. */
  get(id: string): ResolvedProfile | undefined;
  all(): readonly ResolvedProfile[];
  folder(id: string): ProfileFolder | undefined;
  /** Answers the id. */
  add(filled: Filled): string;
  update(id: string, filled: Filled): void;
  remove(id: string): void;
  /** Puts a removed profile back under its id; does nothing where it is there. */
  restore(profile: Profile): void;
  /** Adds without an id. Answers the id. */
  putFolder(id: string | undefined, draft: FolderDraft): string;
  removeFolder(id: string): RemovedFolder;
  /** What is intended of those with a tag; where nothing is, the tag says nothing. */
  putTag(intent: TagIntent): void;
  /** Removes those of these that say the same still. */
  takeTags(intents: readonly TagIntent[]): void;
  putFolderBack(removed: RemovedFolder): void;
  classes(): readonly EnvironmentClass[];
  /** Adds without an id. Answers the id. */
  putClass(id: string | undefined, draft: ClassDraft): string;
  removeClass(id: string, to: string): RemovedClass;
  putClassBack(gone: RemovedClass): void;
  /** The names of these profiles are free for others, until each is updated. */
  vacate(ids: readonly string[]): void;
  /** Removes those of these folders in which nothing lies. */
  removeEmptyFolders(ids: readonly string[]): void;
  /** Puts an exported book into this one; `elsewhere` are the profiles that lie on other shelves. */
  import(exported: ProfileBook, rules: DeskImport): Imported;
}

/** Where profiles lie, in a file or in memory. */
export interface ProfileShelf {
  /** What holds for each, in the order in which they were added. The same list until something is changed. */
  list(): readonly Profile[];
  get(id: string): Profile | undefined;
  resolved(id: string): ResolvedProfile | undefined;
  folders(): readonly ProfileFolder[];
  /** The user's own classes, and of the usual ones those that are otherwise than from the start. */
  classes(): readonly EnvironmentClass[];
  /** As it is saved. */
  book(): ProfileBook;
  /**
   * Makes many changes as one: of what is saved now, which another process may have changed just now, in one write. Throws what `edit` and the
   * document throw, and then has changed nothing.
   */
  change<T>(edit: (desk: ProfileDesk) => T): Promise<T>;
  add(draft: ProfileDraft): Promise<Profile>;
  update(id: string, edit: (present: Profile) => ProfileDraft): Promise<Profile>;
  /** Answers what was removed. */
  remove(id: string): Promise<Profile>;
  restore(profile: Profile): Promise<Profile>;
}

interface Resolved {
  readonly list: readonly Profile[];
  readonly byId: ReadonlyMap<string, ResolvedProfile>;
}

export function createProfileShelf(
  document: Pick<JsonDocument<ProfileBook>, 'get' | 'change'>,
): ProfileShelf {
  const resolve = createResolver();
  const now = (): Resolved => resolve(document.get());
  /** As they were saved, for those that come back. */
  const removed = new Map<string, StoredProfile>();
  const change = async <T>(edit: (desk: ProfileDesk) => T): Promise<T> => {
    const results: T[] = [];
    await document.change((before) => {
      const book = openBook(before, () => randomUUID());
      results.push(edit(deskOf(book, resolve(before).list, removed)));
      const after = book.closed();
      return isSameBook(before, after) ? before : after;
    });
    return results[0] as T;
  };
  const one = (edit: (desk: ProfileDesk) => string): Promise<Profile> =>
    change((desk) => require(desk, edit(desk)));
  return {
    list: () => now().list,
    get: (id) => now().byId.get(id)?.profile,
    resolved: (id) => now().byId.get(id),
    folders: () => document.get().folders,
    classes: () => document.get().classes,
    book: document.get,
    change,
    add: (draft) => one((desk) => desk.add({ draft })),
    update: (id, edit) =>
      one((desk) => {
        desk.update(id, { draft: edit(require(desk, id)) });
        return id;
      }),
    remove: (id) =>
      change((desk) => {
        const profile = require(desk, id);
        desk.remove(id);
        return profile;
      }),
    restore: (profile) =>
      one((desk) => {
        desk.restore(profile);
        return profile.id;
      }),
  };
}

function require(desk: ProfileDesk, id: string): Profile {
  const found = desk.get(id);
  if (found === undefined) throw noSuchProfile(id);
  return found.profile;
}

function deskOf(
  book: OpenBook,
  before: readonly Profile[],
  removed: Map<string, StoredProfile>,
): ProfileDesk {
  const put = (id: string, { draft, own }: Filled): void =>
    book.put(id, { draft: checked(profileDraftSchema, draft), own });
  return {
    get: (id) => book.resolved(id),
    all: () => book.all(),
    folder: (id) => book.folder(id),
    add(filled) {
      const id = randomUUID();
      put(id, filled);
      return id;
    },
    update(id, filled) {
      if (book.resolved(id) === undefined) throw noSuchProfile(id);
      put(id, filled);
    },
    remove: (id) => void removed.set(id, book.remove(id)),
    restore(profile) {
      if (book.resolved(profile.id) !== undefined) return;
      book.putBack(profile, removed.get(profile.id));
    },
    putFolder(id = randomUUID(), draft) {
      book.putFolder(id, checked(profileFolderSchema, { id, ...draft }));
      return id;
    },
    removeFolder: (id) => book.removeFolder(id),
    putTag: (intent) => book.putTag(checked(tagIntentSchema, intent)),
    takeTags: book.takeTags,
    putFolderBack: (gone) => book.putFolderBack(gone),
    classes: book.classes,
    putClass(id = randomUUID(), draft) {
      const { id: _, ...checkedDraft } = checked(environmentClassSchema, { id, ...draft });
      book.putClass(id, checkedDraft);
      return id;
    },
    removeClass: book.removeClass,
    putClassBack: book.putClassBack,
    vacate: book.vacate,
    removeEmptyFolders: book.removeEmptyFolders,
    import: (exported, rules) =>
      importInto(book, exported, {
        present: { own: before, elsewhere: rules.elsewhere ?? [] },
        choose: rules.choose,
        tags: rules.tags,
        newId: () => randomUUID(),
      }),
  };
}

/** What holds for the profiles of a book; the same for the same book. */
export function createResolver(): (book: ProfileBook) => Resolved {
  const known = new WeakMap<ProfileBook, Resolved>();
  return (book) => {
    const before = known.get(book);
    if (before !== undefined) return before;
    const folders = foldersById(book.folders);
    const all = book.profiles.flatMap((stored) => resolveProfile(stored, folders) ?? []);
    const resolved = {
      list: all.map(({ profile }) => profile),
      byId: new Map(all.map((each) => [each.profile.id, each])),
    };
    known.set(book, resolved);
    return resolved;
  };
}

function isSameBook(a: ProfileBook, b: ProfileBook): boolean {
  return (
    isSameList(a.profiles, b.profiles) &&
    isSameList(a.folders, b.folders) &&
    isSameList(a.tags, b.tags) &&
    isSameList(a.classes, b.classes)
  );
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = String(issue?.path[0] ?? '');
  throw new AppError('invalid-input', { case: 'field', field, rule: issue?.code ?? 'invalid' });
}
