import { settingNames, usualSettings } from '../../../../shared/model/profile-words.ts';
import { type Folders, settingsOfFolder } from '../../../../shared/model/resolve-profile.ts';
import type { Setting } from '../../../../shared/model/stored-profile.ts';

/** What holds for the profiles of a folder where it does not say it itself. `from` is the name of the folder around it that says so; null where it is the usual. */
export interface Around {
  readonly value: string | number | boolean;
  readonly from: string | null;
}

/** What a folder that lies in this one, or at the top, need not say; nothing where nobody says it and nothing is usual. */
export function aroundFolder(
  parentId: string | null,
  folders: Folders,
): Readonly<Partial<Record<Setting, Around>>> {
  const { settings, sources } = settingsOfFolder(parentId, folders);
  const usual: Readonly<Partial<Record<Setting, string | number | boolean>>> = usualSettings;
  return Object.fromEntries(
    settingNames.flatMap((setting): [Setting, Around][] => {
      const source = sources.get(setting);
      const value = settings[setting] ?? usual[setting];
      if (value === undefined) return [];
      const from = source?.kind === 'folder' ? (folders.get(source.id)?.name ?? null) : null;
      return [[setting, { value, from }]];
    }),
  );
}
