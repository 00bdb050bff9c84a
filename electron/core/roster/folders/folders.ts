import { isDeepStrictEqual } from 'node:util';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileShelf } from '../../../store/documents/profile-shelf.ts';
import type { ProfileHome } from '../profiles/profile-home.ts';
import { folderPasswordState } from './folder-passwords.ts';

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
  const old = new Map(before.map((folder) => [folder.id, folder]));
  const changed = after.filter((folder) => !isDeepStrictEqual(folder, old.get(folder.id)));
  for (const { id } of after) old.delete(id);
  return changed.length + old.size === 0 ? null : { changed, removed: [...old.keys()] };
}

/** The user's own folders, and whether each has a password, and those that administrators supply. */
export function folderEntries(
  { profiles, vault }: ProfileHome,
  managed: Pick<ProfileShelf, 'folders'>,
): () => readonly FolderEntry[] {
  return () => [
    ...profiles.folders().map((folder): FolderEntry => {
      const savedPassword = folderPasswordState(vault, folder);
      return savedPassword === 'none' ? folder : { ...folder, savedPassword };
    }),
    ...managed.folders().map((folder): FolderEntry => ({ ...folder, managed: true })),
  ];
}
