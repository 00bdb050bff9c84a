import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import { nameKey } from '../../../../shared/model/name.ts';
import { settingNames, usualSettings } from '../../../../shared/model/profile-words.ts';
import { type Folders, settingsOfFolder } from '../../../../shared/model/resolve-profile.ts';
import type {
  OwnSettings,
  ProfileFolder,
  Setting,
} from '../../../../shared/model/stored-profile.ts';

/** What a profile in a folder has where it says nothing itself. */
export interface Inheritance {
  readonly settings: OwnSettings;
  /** The folder that says it; none for what is as usual. */
  readonly from: ReadonlyMap<Setting, FolderEntry>;
}

/** Of the folder of this path. One that is not there yet says nothing itself. */
export function inheritanceAt(
  path: string,
  folders: ReadonlyMap<string, FolderEntry>,
): Inheritance {
  const { settings, sources } = settingsOfFolder(nearestFolder(path, folders), folders);
  const from = new Map<Setting, FolderEntry>();
  for (const [setting, source] of sources) {
    const folder = source.kind === 'folder' ? folders.get(source.id) : undefined;
    if (folder !== undefined) from.set(setting, folder);
  }
  return { settings: { ...usualSettings, ...settings }, from };
}

type Values = Readonly<Record<Setting, string | number | boolean>>;

/** What is set for a profile itself: what was asked to be, and what is not as its folder says. */
export function settingsSet(
  values: Values & { readonly own: readonly Setting[] },
  { settings }: Inheritance,
): readonly Setting[] {
  return settingNames.filter(
    (name) => values.own.includes(name) || !isSame(values[name], settings[name]),
  );
}

/** What becomes another in a form when its profile gets into another folder: what the folder before said, and the form left so. */
export function movedValues(
  values: Values & { readonly own: readonly Setting[] },
  before: Inheritance,
  after: Inheritance,
): OwnSettings {
  const set = settingsSet(values, before);
  const moved = settingNames.filter(
    (name) => !set.includes(name) && !isSame(values[name], after.settings[name]),
  );
  return Object.fromEntries(moved.map((name) => [name, after.settings[name] ?? '']));
}

/** A number that is typed is the same as the number; who logs in is nobody where nobody says it. */
function isSame(
  value: string | number | boolean,
  inherited: string | number | boolean | undefined,
) {
  return String(value) === String(inherited ?? '');
}

/** The folder of this path, else the nearest around it that is there; null for the top. */
export function nearestFolder(path: string, folders: Folders): string | null {
  let found: string | null = null;
  for (const name of path.split('/')) {
    const key = nameKey(name);
    if (key === '') continue;
    const inside: ProfileFolder | undefined = [...folders.values()].find(
      (folder) => folder.parentId === found && nameKey(folder.name) === key,
    );
    if (inside === undefined) break;
    found = inside.id;
  }
  return found;
}
