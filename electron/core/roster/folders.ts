import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../shared/errors.ts';
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
  readonly changed: ProfileFolder[];
  readonly removed: string[];
}

/** Null where nothing is different. */
export function compareFolders(
  before: readonly ProfileFolder[],
  after: readonly ProfileFolder[],
): FoldersChange | null {
  if (before === after) return null;
  const old = new Map(before.map((folder) => [folder.id, folder]));
  const changed = after.filter((folder) => !isDeepStrictEqual(folder, old.get(folder.id)));
  for (const { id } of after) old.delete(id);
  return changed.length + old.size === 0 ? null : { changed, removed: [...old.keys()] };
}
