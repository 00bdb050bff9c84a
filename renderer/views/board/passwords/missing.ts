import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { FolderEntry } from '../../../../shared/ipc/profile-calls.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { folderPath, foldersById } from '../../../../shared/model/resolve-profile.ts';

/** Proxies that wait for a password and log in as the same user in one folder and those in it: one password may be good for all of them. */
export interface MissingPassword {
  readonly user: string;
  readonly folder: string;
  readonly profiles: readonly ProfileEntry[];
}

const codes: ReadonlySet<string> = new Set(['no-password', 'password-needed-again']);

/**
 * Those that share the most come first. Who inherits who logs in is together with all that inherit it from the same folder, and who says it
 * itself with all of that user in the same folder of the top. Of proxies whose saved password was entered for another place, too.
 */
export function missingPasswords(
  profiles: readonly ProfileEntry[],
  folders: readonly FolderEntry[],
  snapshots: ReadonlyMap<string, Pick<ProxySnapshot, 'state'>>,
): readonly MissingPassword[] {
  const byId = foldersById(folders);
  const groups = new Map<string, ProfileEntry[]>();
  for (const profile of profiles) {
    const state = snapshots.get(profile.id)?.state;
    if (state?.kind !== 'needs-attention' || !codes.has(state.why.code)) continue;
    const { user, folder, sources } = profile;
    const from = sources.user === undefined ? 'own' : sources.user;
    const around = from === 'own' ? (folder.split('/')[0] ?? '') : folderPath(from, byId);
    const key = JSON.stringify([user, around, from]);
    const beside = groups.get(key);
    if (beside === undefined) groups.set(key, [profile]);
    else beside.push(profile);
  }
  return [...groups.values()]
    .map((group) => ({
      user: group[0]?.user ?? '',
      folder: commonFolder(group.map(({ folder }) => folder)),
      profiles: group,
    }))
    .sort((a, b) => b.profiles.length - a.profiles.length);
}

/** The folder that all of these paths lie in; empty for the top. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/'));
  const differs = first.findIndex((name, at) => others.some((names) => names[at] !== name));
  return (differs < 0 ? first : first.slice(0, differs)).join('/');
}
