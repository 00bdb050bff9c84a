import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { folderPath, foldersById } from '../../../shared/model/resolve-profile.ts';
import { useFolders } from '../../api/folders.ts';
import { type Folder, folderTree, type KnownFolder } from './folder-tree.ts';

/** These profiles in their folders, with the folders in which nothing lies. */
export function useFolderTree(profiles: readonly ProfileEntry[]): Folder<ProfileEntry> {
  const { i18n } = useTranslation();
  const locale = i18n.resolvedLanguage ?? 'en';
  const { value: folders } = useFolders();
  const known = useMemo(() => knownFolders(folders ?? []), [folders]);
  return useMemo(() => folderTree(profiles, locale, known), [profiles, locale, known]);
}

/** Each folder with its path. */
export function knownFolders(folders: readonly FolderEntry[]): readonly KnownFolder[] {
  const byId = foldersById(folders);
  return folders.map(({ id, managed }) => ({
    id: managed ? null : id,
    path: folderPath(id, byId),
  }));
}
