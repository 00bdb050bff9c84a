import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { samePlace } from '../../../../shared/model/place.ts';
import { settingNames } from '../../../../shared/model/profile-words.ts';
import { foldersById, resolveProfile } from '../../../../shared/model/resolve-profile.ts';
import type { OwnSettings, Setting } from '../../../../shared/model/stored-profile.ts';
import { nearestFolder } from '../editor/inheritance.ts';

/** What of an edit decides whose password a profile has: where it is filed, what is set for it, and what its folders say from now on. */
export interface Filing {
  /** The path of its folder, empty for the top; where it lies now unless told. */
  readonly folder?: string | undefined;
  readonly set?: OwnSettings | undefined;
  readonly inherit?: readonly Setting[] | undefined;
}

/**
 * Of the profiles that are edited: those that would be under a folder that has a password, and have it not for where they would lead then. They
 * get it only where somebody says so. Those that have one of their own keep that.
 */
export function newHeirsBy(
  { folder, set = {}, inherit = [] }: Filing,
  edited: readonly ProfileEntry[],
  folders: readonly FolderEntry[],
): readonly ProfileEntry[] {
  const own = foldersById(folders.filter(({ managed }) => managed === undefined));
  const hasPassword = new Set(
    folders.flatMap(({ id, savedPassword }) => (savedPassword === 'here' ? [id] : [])),
  );
  return edited.filter((profile) => {
    if (profile.managed !== undefined || profile.demo) return false;
    const settings = settingsAfter(profile, set, inherit);
    const folderId = nearestFolder(folder ?? profile.folder, own);
    const then = resolveProfile({ ...profile, folderId, settings }, own);
    if (then === null || then.sources.user.kind !== 'folder') return false;
    const { id: from } = then.sources.user;
    if (!hasPassword.has(from)) return false;
    const { savedPassword, passwordFrom, sources } = profile;
    if (savedPassword !== 'none' && passwordFrom === undefined) return false;
    const isSame = samePlace(profile, then.profile);
    if (savedPassword === 'here' && passwordFrom === from && isSame) return false;
    // Who was under the folder before, without its password, is given nothing by being left there.
    return sources.user !== from || (savedPassword === 'here' && !isSame);
  });
}

function settingsAfter(
  profile: ProfileEntry,
  set: OwnSettings,
  inherit: readonly Setting[],
): OwnSettings {
  const kept = settingNames.filter(
    (name) => profile.sources[name] === 'own' && !inherit.includes(name),
  );
  return { ...Object.fromEntries(kept.map((name) => [name, profile[name]])), ...set };
}
