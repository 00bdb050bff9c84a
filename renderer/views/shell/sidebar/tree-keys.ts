import type { TreeRow } from './folder-tree.ts';

/** What a key does in the tree: the focus goes to another row, or a folder is folded or unfolded. */
export type TreeStep =
  | { readonly focus: number }
  | { readonly folder: string; readonly folded: boolean };

/** So many rows a page is. */
const page = 12;

/** The keys of a tree as screen readers tell them to their users (ARIA practices); null where the key does nothing here. */
export function treeStep(
  key: string,
  rows: readonly TreeRow<unknown>[],
  at: number,
): TreeStep | null {
  const row = rows[at];
  if (row === undefined) return null;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { focus: Math.min(last, at + 1) };
    case 'ArrowUp':
      return { focus: Math.max(0, at - 1) };
    case 'PageDown':
      return { focus: Math.min(last, at + page) };
    case 'PageUp':
      return { focus: Math.max(0, at - page) };
    case 'Home':
      return { focus: 0 };
    case 'End':
      return { focus: last };
    case 'ArrowRight':
      if (row.kind !== 'folder') return null;
      return row.folded ? { folder: row.folder.key, folded: false } : { focus: at + 1 };
    case 'ArrowLeft': {
      if (row.kind === 'folder' && !row.folded) return { folder: row.folder.key, folded: true };
      const parent = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
      return parent < 0 ? null : { focus: parent };
    }
    default:
      return null;
  }
}
