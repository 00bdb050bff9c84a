import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { searcher } from '../../../shared/model/search.ts';
import { type Folder, type FolderOnlyRow, folderRows } from './folder-tree.ts';
import type { TreeLine } from './tree-line.ts';

/** The line above all folders: the whole list, and where something is moved to, its top. */
export type AllLine = TreeLine & { readonly kind: 'all'; readonly ids: readonly string[] };

/** A line where a folder is chosen. */
export type FolderLine = AllLine | FolderOnlyRow<ProfileEntry>;

export const allKey = 'all';

/** The folders, below the line for all of it, which has this name. */
export function folderLines(
  tree: Folder<ProfileEntry>,
  name: string,
  folded: ReadonlySet<string>,
): readonly FolderLine[] {
  const rows = folderRows(tree, folded);
  const size = tree.folders.length + 1;
  const all: AllLine = {
    kind: 'all',
    key: allKey,
    name,
    ids: tree.ids,
    folded: null,
    level: 1,
    position: 1,
    size,
  };
  return [
    all,
    ...rows.map((row) => (row.level === 1 ? { ...row, position: row.position + 1, size } : row)),
  ];
}

/** The folders whose path has all the words that are searched for, in those that they lie in. */
export function foldersLike(tree: Folder<ProfileEntry>, text: string): Folder<ProfileEntry> {
  const isWanted = searcher(text);
  const narrowed = (folder: Folder<ProfileEntry>): Folder<ProfileEntry> => ({
    ...folder,
    folders: folder.folders
      .map((inner) => narrowed(inner))
      .filter(({ path, folders }) => folders.length > 0 || isWanted([path])),
  });
  return text.trim() === '' ? tree : narrowed(tree);
}
