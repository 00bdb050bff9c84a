import { folderPath, foldersById } from '../../../../shared/model/resolve-profile.ts';
import type { ProfileFolder } from '../../../../shared/model/stored-profile.ts';

/** The paths of all folders, in the language's order. */
export function folderChoices(
  folders: readonly ProfileFolder[],
  locale: string,
): readonly string[] {
  const byId = foldersById(folders);
  return folders
    .map(({ id }) => folderPath(id, byId))
    .sort(new Intl.Collator(locale, { numeric: true }).compare);
}
