import { nameKey } from '../../../../shared/model/name.ts';

/** What has a name and lies in a folder. */
interface Filed {
  readonly id: string;
  readonly name: string;
  /** Folder path, `/` between its parts; empty for the top. */
  readonly folder: string;
}

/** A folder and all that lies in it. Its `key` is the same however its path is written. */
export interface Folder<T> {
  readonly key: string;
  /** The last part of its path. */
  readonly name: string;
  readonly path: string;
  readonly folders: readonly Folder<T>[];
  readonly proxies: readonly T[];
  /** Of all beneath it, at any depth. */
  readonly ids: readonly string[];
}

interface Place {
  /** From 1. */
  readonly level: number;
  /** Among what lies in the same folder, from 1, and how many these are. */
  readonly position: number;
  readonly size: number;
}

/** A line of the tree as it is shown: what is in a folded folder is in none. */
export type TreeRow<T> = Place &
  (
    | { readonly kind: 'folder'; readonly folder: Folder<T>; readonly folded: boolean }
    | { readonly kind: 'proxy'; readonly proxy: T }
  );

interface Growing<T> {
  readonly name: string;
  readonly path: string;
  readonly folders: Map<string, Growing<T>>;
  readonly proxies: T[];
}

/** The folders, in one another, each in the order of the language, where a number counts as one. */
export function folderTree<T extends Filed>(proxies: readonly T[], locale: string): Folder<T> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const top: Growing<T> = { name: '', path: '', folders: new Map(), proxies: [] };
  for (const proxy of proxies) {
    let folder = top;
    for (const name of proxy.folder.split('/').filter(Boolean)) {
      // Two ways to write one folder are one.
      const key = nameKey(name);
      const path = folder.path === '' ? name : `${folder.path}/${name}`;
      const inner = folder.folders.get(key) ?? { name, path, folders: new Map(), proxies: [] };
      folder.folders.set(key, inner);
      folder = inner;
    }
    folder.proxies.push(proxy);
  }
  const finished = ({ name, path, folders, proxies }: Growing<T>): Folder<T> => {
    const inner = [...folders.values()].map(finished).sort((a, b) => compare(a.name, b.name));
    const sorted = proxies.toSorted((a, b) => compare(a.name, b.name));
    const ids = [...inner.flatMap((folder) => folder.ids), ...sorted.map(({ id }) => id)];
    return { key: nameKey(path), name, path, folders: inner, proxies: sorted, ids };
  };
  return finished(top);
}

/** The lines of the tree, folders before what lies beside them. */
export function treeRows<T>(
  { folders, proxies }: Folder<T>,
  folded: ReadonlySet<string>,
  level = 1,
): readonly TreeRow<T>[] {
  const size = folders.length + proxies.length;
  const inFolders = folders.flatMap((folder, i): readonly TreeRow<T>[] => {
    const shut = folded.has(folder.key);
    const row = { kind: 'folder', folder, folded: shut, level, position: i + 1, size } as const;
    return [row, ...(shut ? [] : treeRows(folder, folded, level + 1))];
  });
  const rows = proxies.map((proxy, i): TreeRow<T> => {
    return { kind: 'proxy', proxy, level, position: folders.length + i + 1, size };
  });
  return [...inFolders, ...rows];
}
