import type { Profile } from './profile.ts';
import { settingNames, usualSettings } from './profile-words.ts';
import type { OwnSettings, ProfileFolder, Setting, StoredProfile } from './stored-profile.ts';

/** Where a value comes from. */
export type SettingSource =
  | { readonly kind: 'own' }
  | { readonly kind: 'folder'; readonly id: string }
  | { readonly kind: 'usual' };

/** What holds for one proxy. */
export interface ResolvedProfile {
  readonly profile: Profile;
  readonly sources: Readonly<Record<Setting, SettingSource>>;
}

export type Folders = ReadonlyMap<string, ProfileFolder>;

export function foldersById(folders: readonly ProfileFolder[]): Folders {
  return new Map(folders.map((folder) => [folder.id, folder]));
}

/** Folders in folders; deeper is none that people made. */
const deepest = 100;

/** Whether all of the folders are there that the folder lies in, and none of them lies in itself. */
export function isWholeChain(folderId: string | null, folders: Folders): boolean {
  const last = folderChain(folderId, folders).at(-1);
  return folderId === null || last?.parentId === null;
}

/** The folder and those that it lies in, from the inside out. Ends where a folder is not there, or would come a second time. */
export function folderChain(folderId: string | null, folders: Folders): readonly ProfileFolder[] {
  const chain = new Set<ProfileFolder>();
  let folder = folderId === null ? undefined : folders.get(folderId);
  while (folder !== undefined && !chain.has(folder) && chain.size < deepest) {
    chain.add(folder);
    folder = folder.parentId === null ? undefined : folders.get(folder.parentId);
  }
  return [...chain];
}

/** The names of the folders from the outside in, `/` between them; empty for the top. */
export function folderPath(folderId: string | null, folders: Folders): string {
  return folderChain(folderId, folders)
    .map(({ name }) => name)
    .reverse()
    .join('/');
}

/** What a folder says for what is in it, itself or by a folder around it; the top says nothing. */
export function settingsOfFolder(
  folderId: string | null,
  folders: Folders,
): { readonly settings: OwnSettings; readonly sources: ReadonlyMap<Setting, SettingSource> } {
  const settings: OwnSettings = {};
  const sources = new Map<Setting, SettingSource>();
  for (const { id, settings: own } of [...folderChain(folderId, folders)].reverse()) {
    Object.assign(settings, own);
    for (const name of settingNames) {
      if (own[name] !== undefined) sources.set(name, { kind: 'folder', id });
    }
  }
  return { settings, sources };
}

/**
 * What holds for a saved profile, and why: its own value, else that of the nearest folder around it, else the usual one. Null where nothing says
 * who logs in. One that lies in a folder that is not there counts as of production, unless it says otherwise itself: nobody knows what the
 * folder said.
 */
export function resolveProfile(stored: StoredProfile, folders: Folders): ResolvedProfile | null {
  const { folderId, settings: own, ...said } = stored;
  const around = settingsOfFolder(folderId, folders);
  const lost = isWholeChain(folderId, folders) ? {} : ({ environment: 'production' } as const);
  const { user, ...settings } = { ...usualSettings, ...around.settings, ...lost, ...own };
  if (user === undefined) return null;
  const sourceOf = (setting: Setting): SettingSource =>
    own[setting] === undefined
      ? (around.sources.get(setting) ?? { kind: 'usual' })
      : { kind: 'own' };
  return {
    profile: { ...said, user, folder: folderPath(folderId, folders), ...settings },
    sources: Object.fromEntries(
      settingNames.map((setting) => [setting, sourceOf(setting)]),
    ) as Record<Setting, SettingSource>,
  };
}
