import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../shared/errors.ts';
import type { FolderEntry } from '../../../shared/ipc/profile-calls.ts';
import type { FolderDraft } from '../../../shared/model/profile-book.ts';
import type { ProfileFolder } from '../../../shared/model/stored-profile.ts';
import type { ProfileShelf } from '../../store/documents/profile-shelf.ts';
import type { EditRules } from './profile-edit.ts';

/** Adds a folder without an id, changes it with one. A production profile does not become another by its folder unless it may be changed. */
export async function saveFolder(
  profiles: ProfileShelf,
  id: string | undefined,
  draft: FolderDraft,
  requireChangeable: EditRules['requireChangeable'],
): Promise<ProfileFolder> {
  const saved = await profiles.change((desk) => {
    const before = profiles.list();
    const folderId = desk.putFolder(id, draft);
    for (const profile of before) {
      const after = desk.get(profile.id)?.profile.environment;
      if (profile.environment === 'production' && after !== 'production') {
        requireChangeable(profile, undefined);
      }
    }
    return folderId;
  });
  const folder = profiles.folders().find((each) => each.id === saved);
  if (folder === undefined) throw new AppError('not-found', { case: 'folder', id: saved });
  return folder;
}

export async function removeFolder(profiles: ProfileShelf, id: string): Promise<void> {
  await profiles.change((desk) => desk.removeFolder(id));
}

/** Folders that are new or different, and the ids of those that are gone. */
export interface FoldersChange {
  readonly changed: FolderEntry[];
  readonly removed: string[];
}

/** Null where nothing is different. */
export function compareFolders(
  before: readonly FolderEntry[],
  after: readonly FolderEntry[],
): FoldersChange | null {
  if (before === after) return null;
  const old = new Map(before.map((folder) => [folder.id, folder]));
  const changed = after.filter((folder) => !isDeepStrictEqual(folder, old.get(folder.id)));
  for (const { id } of after) old.delete(id);
  return changed.length + old.size === 0 ? null : { changed, removed: [...old.keys()] };
}

/** The user's own folders, and those that administrators supply; the same list for as long as nothing of it is different. */
export function folderEntries(
  own: Pick<ProfileShelf, 'folders'>,
  managed: Pick<ProfileShelf, 'folders'>,
): () => readonly FolderEntry[] {
  let made: { readonly of: readonly unknown[]; readonly list: readonly FolderEntry[] } | null =
    null;
  return () => {
    const of = [own.folders(), managed.folders()] as const;
    if (made === null || made.of[0] !== of[0] || made.of[1] !== of[1]) {
      const supplied = of[1].map((folder): FolderEntry => ({ ...folder, managed: true }));
      made = { of, list: supplied.length === 0 ? of[0] : [...of[0], ...supplied] };
    }
    return made.list;
  };
}
