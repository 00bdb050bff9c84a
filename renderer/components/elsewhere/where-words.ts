import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { folderPath, foldersById } from '../../../shared/model/resolve-profile.ts';
import { useFolders } from '../../api/folders.ts';

/** The paths of the folders by their ids. */
export function useFolderPaths(): ReadonlyMap<string, string> {
  const { value: folders } = useFolders();
  return useMemo(() => {
    const byId = foldersById(folders ?? []);
    return new Map((folders ?? []).map(({ id }) => [id, folderPath(id, byId)]));
  }, [folders]);
}

/** For whom a Prometheus is set, in words: a folder, or null for the whole console. */
export function useWhereWords(): (folderId: string | null) => string {
  const { t } = useTranslation();
  const paths = useFolderPaths();
  return useCallback(
    (folderId) => {
      if (folderId === null) return t('elsewhere:console');
      const name = paths.get(folderId);
      return name === undefined ? t('elsewhere:goneFolder') : t('elsewhere:folder', { name });
    },
    [t, paths],
  );
}
