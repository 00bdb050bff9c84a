import { nameKey } from '../../../shared/model/name.ts';

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
  // Two ways to write one folder are one.
  const folders = Map.groupBy(profiles, (profile) => nameKey(profile.folder));
  return [...folders.values()]
    .map((filed) => ({ folder: filed[0]?.folder ?? '', filed }))
    .sort((a, b) => compare(a.folder, b.folder))
    .map(({ folder, filed }) => ({
      folder,
      profiles: filed.toSorted((a, b) => compare(a.name, b.name)),
    }));
}
