import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { nameKey } from '../../../shared/model/name.ts';
import { allKey, type FolderLine, folderLines } from './folder-lines.ts';
import { folderRowKey } from './folder-tree.ts';
import { useFolderTree } from './use-folder-tree.ts';
import { useFolds } from './use-folds.ts';

/** The folders of these profiles as lines of a tree in which one is chosen by its path, empty for all. Folded as everywhere. */
export function useFolderLines(
  profiles: readonly ProfileEntry[],
  folder: string,
  onFolder: (path: string) => void,
) {
  const { t } = useTranslation();
  const tree = useFolderTree(profiles);
  const [folds, fold] = useFolds();
  const all = t('profiles:list.all');
  const lines = useMemo(() => folderLines(tree, all, folds), [tree, all, folds]);
  const onFold = useCallback(
    (line: FolderLine, folded: boolean) => {
      if (line.kind === 'folder') fold(line.folder.key, folded);
    },
    [fold],
  );
  const onChoose = useCallback(
    (line: FolderLine) => onFolder(line.kind === 'folder' ? line.folder.path : ''),
    [onFolder],
  );
  const current = folder === '' ? allKey : folderRowKey(nameKey(folder));
  return { lines, current, onFold, onChoose };
}
