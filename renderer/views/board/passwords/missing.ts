import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { folderPath, foldersById } from '../../../../shared/model/resolve-profile.ts';

/** Proxies that need a password and log in as the same user in one folder and those in it: one password may be good for all of them. */
export interface MissingPassword {
  readonly user: string;
  readonly folder: string;
  readonly profiles: readonly ProfileEntry[];
  /** How many of them refused the one that they were sent. */
  readonly refused: number;
}

/** What a proxy lacks for its login, as far as another password may help; null where it may not. */
function lackOf(state: ProxyState | undefined): 'missing' | 'refused' | null {
  if (state?.kind !== 'needs-attention') return null;
  const { why } = state;
  if (why.code === 'no-password' || why.code === 'password-needed-again') return 'missing';
  return why.code === 'login-refused' && why.detail.step === 'password' ? 'refused' : null;
}

/**
 * Those that share the most come first. Who inherits who logs in is together with all that inherit it from the same folder, and who says it
 * itself with all of that user in the same folder of the top. Of proxies whose saved password was entered for another place, or was refused, too.
 */
export function missingPasswords(
  profiles: readonly ProfileEntry[],
  folders: readonly FolderEntry[],
  snapshots: ReadonlyMap<string, Pick<ProxySnapshot, 'state'>>,
): readonly MissingPassword[] {
  const byId = foldersById(folders);
  const groups = new Map<string, ProfileEntry[]>();
  for (const profile of profiles) {
    if (lackOf(snapshots.get(profile.id)?.state) === null) continue;
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
      refused: group.filter(({ id }) => lackOf(snapshots.get(id)?.state) === 'refused').length,
    }))
    .sort((a, b) => b.profiles.length - a.profiles.length);
}

/** The folder that all of these paths lie in; empty for the top. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/'));
  const differs = first.findIndex((name, at) => others.some((names) => names[at] !== name));
  return (differs < 0 ? first : first.slice(0, differs)).join('/');
}
