import { nameKey } from '../../../shared/model/name.ts';

/** What has a name and lies in a folder. */
interface Filed {
  readonly id: string;
  readonly name: string;
  /** Folder path, `/` between its parts; empty for the top. */
  readonly folder: string;
}

/** A folder that is there whether something lies in it or not. */
export interface KnownFolder {
  /** Null for one that cannot be changed. */
  readonly id: string | null;
  readonly path: string;
}

/** A folder and all that lies in it. Its `key` is the same however its path is written. */
export interface Folder<T> {
  readonly key: string;
  /** Null where only what lies in it says that there is such a folder. */
  readonly id: string | null;
  /** The last part of its path. */
  readonly name: string;
  readonly path: string;
  readonly folders: readonly Folder<T>[];
  readonly proxies: readonly T[];
  /** Of all beneath it, at any depth. */
  readonly ids: readonly string[];
}

interface Place {
  /** The same for the same thing, whatever the tree holds beside it. */
  readonly key: string;
  readonly name: string;
  /** From 1. */
  readonly level: number;
  /** Among what lies in the same folder, from 1, and how many these are. */
  readonly position: number;
  readonly size: number;
}

export type FolderRow<T> = Place & {
  readonly kind: 'folder';
  readonly folder: Folder<T>;
  readonly folded: boolean;
};

export type ProxyRow<T> = Place & {
  readonly kind: 'proxy';
  readonly proxy: T;
  readonly folded: null;
};

/** A line of the tree as it is shown: what is in a folded folder is in none. */
export type TreeRow<T> = FolderRow<T> | ProxyRow<T>;

interface Growing<T> {
  readonly name: string;
  readonly path: string;
  readonly folders: Map<string, Growing<T>>;
  readonly proxies: T[];
  id: string | null;
}

/** The folders, in one another, each in the order of the language, where a number counts as one. */
export function folderTree<T extends Filed>(
  proxies: readonly T[],
  locale: string,
  known: readonly KnownFolder[] = [],
): Folder<T> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const grown = (name: string, path: string): Growing<T> => {
    return { name, path, folders: new Map(), proxies: [], id: null };
  };
  const top = grown('', '');
  // Thousands of proxies lie in some dozens of folders.
  const byPath = new Map<string, Growing<T>>();
  const folderAt = (whole: string): Growing<T> => {
    const before = byPath.get(whole);
    if (before !== undefined) return before;
    let folder = top;
    for (const name of whole.split('/').filter(Boolean)) {
      // Two ways to write one folder are one.
      const key = nameKey(name);
      const inner =
        folder.folders.get(key) ??
        grown(name, folder.path === '' ? name : `${folder.path}/${name}`);
      folder.folders.set(key, inner);
      folder = inner;
    }
    byPath.set(whole, folder);
    return folder;
  };
  for (const { id, path } of known) {
    const folder = folderAt(path);
    folder.id = id ?? folder.id;
  }
  for (const proxy of proxies) folderAt(proxy.folder).proxies.push(proxy);
  const finished = ({ id, name, path, folders, proxies }: Growing<T>): Folder<T> => {
    const inner = [...folders.values()].map(finished).sort((a, b) => compare(a.name, b.name));
    const sorted = proxies.toSorted((a, b) => compare(a.name, b.name));
    const ids = [...inner.flatMap((folder) => folder.ids), ...sorted.map((each) => each.id)];
    return { key: nameKey(path), id, name, path, folders: inner, proxies: sorted, ids };
  };
  return finished(top);
}

/** The lines of the tree, folders before what lies beside them. */
export function treeRows<T extends Filed>(
  { folders, proxies }: Folder<T>,
  folded: ReadonlySet<string>,
  level = 1,
): readonly TreeRow<T>[] {
  const size = folders.length + proxies.length;
  const inFolders = folders.flatMap((folder, i): readonly TreeRow<T>[] => {
    const shut = folded.has(folder.key);
    const row: FolderRow<T> = {
      kind: 'folder',
      key: folderRowKey(folder.key),
      name: folder.name,
      folder,
      folded: shut,
      level,
      position: i + 1,
      size,
    };
    return [row, ...(shut ? [] : treeRows(folder, folded, level + 1))];
  });
  const rows = proxies.map((proxy, i): TreeRow<T> => {
    const { id, name } = proxy;
    const position = folders.length + i + 1;
    return { kind: 'proxy', key: id, name, proxy, folded: null, level, position, size };
  });
  return [...inFolders, ...rows];
}

/** The lines of the folders alone; one in which no other lies cannot be folded. */
export function folderRows<T>(
  { folders }: Folder<T>,
  folded: ReadonlySet<string>,
  level = 1,
): readonly FolderOnlyRow<T>[] {
  return folders.flatMap((folder, i): readonly FolderOnlyRow<T>[] => {
    const shut = folded.has(folder.key);
    const row: FolderOnlyRow<T> = {
      kind: 'folder',
      key: folderRowKey(folder.key),
      name: folder.name,
      folder,
      folded: folder.folders.length === 0 ? null : shut,
      level,
      position: i + 1,
      size: folders.length,
    };
    return [row, ...(shut ? [] : folderRows(folder, folded, level + 1))];
  });
}

export type FolderOnlyRow<T> = Omit<FolderRow<T>, 'folded'> & { readonly folded: boolean | null };

export function folderRowKey(key: string): string {
  return `folder ${key}`;
}
