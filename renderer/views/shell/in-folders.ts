/** What has a name and lies in a folder. */
interface Filed {
  readonly name: string;
  readonly folder: string;
}

/** Folders in the order of the language, the top first; within each by name, where a number counts as one. */
export function inFolders<T extends Filed>(
  profiles: readonly T[],
  locale: string,
): readonly { readonly folder: string; readonly profiles: readonly T[] }[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const folders = Map.groupBy(profiles, (profile) => profile.folder);
  return [...folders]
    .sort(([a], [b]) => compare(a, b))
    .map(([folder, filed]) => ({
      folder,
      profiles: filed.toSorted((a, b) => compare(a.name, b.name)),
    }));
}
