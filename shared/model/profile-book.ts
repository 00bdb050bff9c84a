import { AppError } from '../errors.ts';
import { type NewId, openFolders } from './book-folders.ts';
import { type ClassShelf, openClasses } from './class-shelf.ts';
import { withoutGiven } from './folder-merge.ts';
import { createFreeNames, withNumber } from './free-name.ts';
import { nameKey } from './name.ts';
import type { Profile, ProfileDraft } from './profile.ts';
import { settingNames, usualSettings } from './profile-words.ts';
import {
  folderChain,
  type ResolvedProfile,
  resolveProfile,
  settingsOfFolder,
} from './resolve-profile.ts';
import type {
  OwnSettings,
  ProfileBook,
  ProfileFolder,
  Setting,
  StoredProfile,
  TagIntent,
} from './stored-profile.ts';
import { openTags } from './tag-intents.ts';

/** A profile as it is filled in. */
export interface Filled {
  readonly draft: ProfileDraft;
  /**
   * The settings that are set for it; the others are its folder's, whatever the draft has. Where this is not given, what the profile would
   * have anyhow is not set for it, unless it was set before.
   */
  readonly own?: readonly Setting[] | undefined;
  /** Without `own`: settings that are set for it also where it would have them anyhow. */
  readonly also?: readonly Setting[] | undefined;
}

/** Folder and what it says; `parentId` null at the top. */
export type FolderDraft = Omit<ProfileFolder, 'id'>;

/** A folder that is gone, and what lay in it, as it was before. */
export interface RemovedFolder {
  readonly folder: ProfileFolder;
  readonly profiles: readonly StoredProfile[];
  readonly folders: readonly ProfileFolder[];
}

/** A book of profiles in which many things are changed before it is put back. Every method throws `not-found` for what is not there. */
export interface OpenBook extends ClassShelf {
  /** What holds for a profile now, and why. */
  resolved(id: string): ResolvedProfile | undefined;
  /** The same for every profile. */
  all(): readonly ResolvedProfile[];
  folder(id: string): ProfileFolder | undefined;
  /** A new profile at the end, or a known one in its place. Throws `invalid-input` (`name`: taken; `user`: nobody says who logs in). */
  put(id: string, filled: Filled): void;
  /** Puts a removed profile back, as it was saved where that is known, in a folder of the same path. Throws as `put`. */
  putBack(profile: Profile, stored: StoredProfile | undefined): void;
  remove(id: string): StoredProfile;
  /** Throws `invalid-input` (`name`: taken in its parent; `parentId`: it would lie in itself; `user`: a profile in it would have none). */
  putFolder(id: string, draft: FolderDraft): void;
  /** Adds the folders whose paths are not there, with what they say; their parents come first. Answers where each of them is here, by the id given. */
  addFolders(folders: readonly ProfileFolder[]): ReadonlyMap<string, string>;
  /** The name, with the first number behind it that nobody has where that is needed; `elsewhere` are further names, as `nameKey` says them. */
  freeName(name: string, elsewhere?: ReadonlySet<string>): string;
  /** The names of these profiles are free for others, until each is put anew. */
  vacate(ids: readonly string[]): void;
  /** What is in it lies where the folder lay, and has what it had. Throws `invalid-input` (`name`: taken there). */
  removeFolder(id: string): RemovedFolder;
  /**
   * Takes that back: what still lies where it was put lies in it again, and has from it what it had from it. Does nothing where the folder is
   * there. Throws `invalid-input` (`name`: taken by now, or too long).
   */
  putFolderBack(removed: RemovedFolder): void;
  /** What is intended of those with a tag; where nothing is, the tag says nothing. */
  putTag(intent: TagIntent): void;
  /** Adds what tags say that say nothing yet; answers what was added. */
  addTags(intents: readonly TagIntent[]): readonly TagIntent[];
  /** Removes those of these in which nothing was changed since. */
  takeTags(intents: readonly TagIntent[]): void;
  /** Removes those of these folders in which nothing lies, or only others of them. */
  removeEmptyFolders(ids: readonly string[]): void;
  /** The book as it is now, without folders that a path made, in which nothing lies and that say nothing. */
  closed(): ProfileBook;
}

export function openBook(book: ProfileBook, newId: NewId): OpenBook {
  const profiles = new Map(book.profiles.map((profile) => [profile.id, profile]));
  const tree = openFolders(book.folders, newId);
  const folders = tree.byId;
  const names = new Map(book.profiles.map(({ id, name }) => [nameKey(name), id]));
  const freeNames = createFreeNames();
  const tags = openTags(book.tags);
  const classes = openClasses(book.classes, {
    profiles,
    folders: { values: () => folders.values(), set: (_id, folder) => tree.put(folder) },
  });

  const leaveName = ({ id, name }: StoredProfile): void => {
    const key = nameKey(name);
    if (names.get(key) !== id) return;
    names.delete(key);
    freeNames.forget();
  };
  const store = (stored: StoredProfile): void => {
    const key = nameKey(stored.name);
    const holder = names.get(key);
    if (holder !== undefined && holder !== stored.id) throw taken(stored.name);
    if (resolveProfile(stored, folders) === null) throw nobodyLogsIn();
    const before = profiles.get(stored.id);
    if (before !== undefined && nameKey(before.name) !== key) leaveName(before);
    names.set(key, stored.id);
    profiles.set(stored.id, stored);
  };
  return {
    ...classes,
    resolved(id) {
      const stored = profiles.get(id);
      return (stored && resolveProfile(stored, folders)) ?? undefined;
    },
    all: () => [...profiles.values()].flatMap((stored) => resolveProfile(stored, folders) ?? []),
    folder: (id) => folders.get(id),
    put(id, { draft, own, also }) {
      const folderId = tree.of(draft.folder);
      const inherited: OwnSettings = {
        ...usualSettings,
        ...settingsOfFolder(folderId, folders).settings,
      };
      const before = profiles.get(id)?.settings;
      const isSet = (name: Setting): boolean =>
        own?.includes(name) ??
        (draft[name] !== inherited[name] ||
          (also === undefined ? before?.[name] !== undefined : also.includes(name)));
      const settings = settingNames.filter(isSet).map((name) => [name, draft[name]]);
      const { name, host, tags, notes, colour, favourite } = draft;
      const said = { id, name, host, folderId, tags, notes, colour, favourite };
      store({ ...said, settings: Object.fromEntries(settings) });
    },
    putBack(profile, stored) {
      // As it held: what its folder says otherwise by now is set for it.
      const also = settingNames.filter((name) => stored?.settings[name] !== undefined);
      this.put(profile.id, { draft: profile, also });
    },
    remove(id) {
      const stored = profiles.get(id);
      if (stored === undefined) throw new AppError('not-found', { case: 'profile', id });
      profiles.delete(id);
      leaveName(stored);
      return stored;
    },
    putFolder(id, draft) {
      const lengths = tree.pathLengths(id);
      const holder = tree.at(draft);
      if (holder !== undefined && holder !== id) throw taken(draft.name);
      if (draft.parentId !== null) tree.require(draft.parentId);
      if (folderChain(draft.parentId, folders).some((folder) => folder.id === id)) {
        throw new AppError('invalid-input', { case: 'field', field: 'parentId', rule: 'circle' });
      }
      tree.put({ id, ...draft });
      for (const [each, length] of tree.pathLengths(id)) {
        tree.requireShort(length, lengths.get(each));
      }
      for (const stored of profiles.values()) {
        if (resolveProfile(stored, folders) === null) throw nobodyLogsIn();
      }
    },
    addFolders: tree.add,
    freeName(name, elsewhere) {
      return freeNames.first(
        name,
        (n) => (n === 0 ? name : withNumber(name, n + 1)),
        (key) => names.has(key) || elsewhere?.has(key) === true,
      );
    },
    vacate(ids) {
      for (const id of ids) {
        const stored = profiles.get(id);
        if (stored !== undefined) leaveName(stored);
      }
    },
    removeFolder(id) {
      const folder = tree.require(id);
      const inside = [...profiles.values()].filter(({ folderId }) => folderId === id);
      const children = [...folders.values()].filter(({ parentId }) => parentId === id);
      for (const child of children) {
        const moved = {
          ...child,
          parentId: folder.parentId,
          settings: { ...folder.settings, ...child.settings },
        };
        const holder = tree.at(moved);
        if (holder !== undefined && holder !== id) throw taken(child.name);
        tree.put(moved);
      }
      for (const stored of inside) {
        const settings = { ...folder.settings, ...stored.settings };
        profiles.set(stored.id, { ...stored, folderId: folder.parentId, settings });
      }
      tree.delete(id);
      return { folder, profiles: inside, folders: children };
    },
    putFolderBack(removed) {
      const { id, parentId: lay, settings: given } = removed.folder;
      if (folders.has(id)) return;
      const parentId = lay !== null && folders.has(lay) ? lay : null;
      this.putFolder(id, { ...removed.folder, parentId });
      for (const before of removed.folders) {
        const present = folders.get(before.id);
        if (present?.parentId !== parentId) continue;
        const settings = withoutGiven(present.settings, before.settings, given);
        tree.put({ ...present, parentId: id, settings });
      }
      for (const before of removed.profiles) {
        const present = profiles.get(before.id);
        if (present?.folderId !== parentId) continue;
        const settings = withoutGiven(present.settings, before.settings, given);
        profiles.set(before.id, { ...present, folderId: id, settings });
      }
      for (const length of tree.pathLengths(id).values()) tree.requireShort(length);
    },
    removeEmptyFolders: (ids) => tree.removeEmpty(ids, profiles.values()),
    putTag: tags.put,
    addTags: tags.add,
    takeTags: tags.take,
    closed() {
      return {
        profiles: [...profiles.values()],
        folders: tree.used(profiles.values()),
        tags: tags.list(),
        classes: classes.classes(),
      };
    },
  };
}

function taken(name: string): AppError {
  return new AppError('invalid-input', { case: 'taken', field: 'name', reason: 'taken', name });
}

function nobodyLogsIn(): AppError {
  return new AppError('invalid-input', { case: 'field', field: 'user', rule: 'required' });
}
