import { AppError } from '../errors.ts';
import { longestFolder, nameKey } from './name.ts';
import { folderChain, folderPath, isWholeChain } from './resolve-profile.ts';
import type { ProfileFolder, StoredProfile } from './stored-profile.ts';

/** Gives the folder of a path an id, where it has none yet. */
export type NewId = (path: string) => string;

type Placed = Pick<ProfileFolder, 'name' | 'parentId'>;
type Lying = Iterable<Pick<StoredProfile, 'folderId'>>;

/** The folders of a book, in each of which no name lies twice. */
export interface BookFolders {
  readonly byId: ReadonlyMap<string, ProfileFolder>;
  /** Throws `not-found`. */
  require(id: string): ProfileFolder;
  /** The id of the one that lies there. */
  at(place: Placed): string | undefined;
  /** The folder of a path, and those above it, made where they are not there; null at the top. */
  of(path: string): string | null;
  /** A new folder, or a known one in its place; who puts it has looked whether the place is free. */
  put(folder: ProfileFolder): void;
  delete(id: string): void;
  /** Adds those whose paths are not there; their parents come first. Answers where each is, by the id given. Throws as `requireShort`. */
  add(added: readonly ProfileFolder[]): ReadonlyMap<string, string>;
  /** Characters of the paths of a folder and of all in it, by their ids; without end where one lies too deep to have a path. */
  pathLengths(id: string): ReadonlyMap<string, number>;
  /** Throws `invalid-input` (`name`: too long); a path that was too long before may stay so, and become shorter. */
  requireShort(length: number, before?: number): void;
  /** Removes those of these in which nothing lies, or only others of them. */
  removeEmpty(ids: readonly string[], profiles: Lying): void;
  /** Those in which something lies, that say something or that somebody made, and all above them. */
  used(profiles: Lying): readonly ProfileFolder[];
}

export function openFolders(all: readonly ProfileFolder[], newId: NewId): BookFolders {
  const byId = new Map(all.map((folder) => [folder.id, folder]));
  const places = new Map(all.map((folder) => [placeOf(folder), folder.id]));
  const leavePlace = (folder: ProfileFolder): void => {
    if (places.get(placeOf(folder)) === folder.id) places.delete(placeOf(folder));
  };
  const put = (folder: ProfileFolder): void => {
    const before = byId.get(folder.id);
    if (before !== undefined) leavePlace(before);
    places.set(placeOf(folder), folder.id);
    byId.set(folder.id, folder);
  };
  const remove = (id: string): void => {
    const folder = byId.get(id);
    byId.delete(id);
    if (folder !== undefined) leavePlace(folder);
  };
  const pathLength = (id: string): number =>
    isWholeChain(id, byId) ? folderPath(id, byId).length : Number.POSITIVE_INFINITY;
  const requireShort = (length: number, before = 0): void => {
    if (length <= longestFolder || length <= before) return;
    throw new AppError('invalid-input', { case: 'field', field: 'name', rule: 'too_big' });
  };
  return {
    byId,
    require(id) {
      const folder = byId.get(id);
      if (folder === undefined) throw new AppError('not-found', { case: 'folder', id });
      return folder;
    },
    at: (place) => places.get(placeOf(place)),
    of(path) {
      let folderId: string | null = null;
      let walked = '';
      for (const name of path.split('/').filter(Boolean)) {
        const parentId: string | null = folderId;
        walked += `/${name}`;
        const known: string | undefined = places.get(placeOf({ name, parentId }));
        folderId = known ?? newId(walked);
        if (known !== undefined) continue;
        put({ id: folderId, name, parentId, colour: 'none', kept: false, settings: {} });
      }
      return folderId;
    },
    put,
    delete: remove,
    add(added) {
      const idsHere = new Map<string, string>();
      for (const folder of added) {
        const { parentId: given } = folder;
        const parentId = given === null ? null : (idsHere.get(given) ?? null);
        const place = placeOf({ name: folder.name, parentId });
        const there = places.get(place);
        const id = there ?? (byId.has(folder.id) ? newId(place) : folder.id);
        idsHere.set(folder.id, id);
        if (there !== undefined) continue;
        put({ ...folder, id, parentId });
        requireShort(pathLength(id));
      }
      return idsHere;
    },
    pathLengths(id) {
      const inside = [...byId.keys()].filter((each) =>
        folderChain(each, byId).some((folder) => folder.id === id),
      );
      return new Map(inside.map((each) => [each, pathLength(each)]));
    },
    requireShort,
    removeEmpty(ids, profiles) {
      const used = new Set<string>();
      const use = (id: string | null): void => {
        for (const folder of folderChain(id, byId)) used.add(folder.id);
      };
      for (const { folderId } of profiles) use(folderId);
      for (const folder of byId.values()) if (!ids.includes(folder.id)) use(folder.id);
      for (const id of ids) if (!used.has(id)) remove(id);
    },
    used(profiles) {
      const used = new Set<string>();
      const use = (id: string | null): void => {
        const folder = id === null || used.has(id) ? undefined : byId.get(id);
        if (folder === undefined) return;
        used.add(folder.id);
        use(folder.parentId);
      };
      for (const { folderId } of profiles) use(folderId);
      for (const { id, kept, settings } of byId.values()) {
        if (kept || Object.keys(settings).length > 0) use(id);
      }
      return [...byId.values()].filter(({ id }) => used.has(id));
    },
  };
}

/** Where folders of one name cannot lie twice. */
function placeOf({ name, parentId }: Placed): string {
  return `${parentId ?? ''}/${nameKey(name)}`;
}
