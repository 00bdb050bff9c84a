import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { samePlace } from '../../../../shared/model/place.ts';
import { settingNames } from '../../../../shared/model/profile-words.ts';
import {
  folderPath,
  foldersById,
  resolveProfile,
} from '../../../../shared/model/resolve-profile.ts';
import type { ProfileFolder } from '../../../../shared/model/stored-profile.ts';

/** What an edit of a folder would do to the passwords of what is in it. */
export interface FolderEffects {
  /** How many have the password of the folder, and would have it on. */
  readonly heirs: number;
  /** Those that inherit who logs in and have no password for where they would lead: they get the folder's only where somebody says so. */
  readonly newcomers: readonly ProfileEntry[];
  /** Those whose saved password was entered for where they lead now, and would be asked for again. */
  readonly stranded: readonly ProfileEntry[];
}

/** `edited` is the folder as it would be; `password`: whether it would have one for who it says that logs in, and whether that is a new one. */
export function folderEffects(
  edited: ProfileFolder,
  password: 'none' | 'saved' | 'new',
  folders: readonly FolderEntry[],
  profiles: readonly ProfileEntry[],
): FolderEffects {
  const byId = foldersById(folders);
  const ids = new Map(folders.map(({ id, managed }) => [keyOf(folderPath(id, byId), managed), id]));
  const after = new Map(byId).set(edited.id, edited);
  const hasPassword = new Set(
    folders.flatMap((each) => (each.savedPassword === 'here' ? [each.id] : [])),
  );
  if (password !== 'none') hasPassword.add(edited.id);
  else hasPassword.delete(edited.id);
  const stranded: ProfileEntry[] = [];
  const newcomers: ProfileEntry[] = [];
  let heirs = 0;
  for (const profile of profiles) {
    if (profile.managed !== undefined || profile.demo) continue;
    const folderId = ids.get(keyOf(profile.folder, undefined)) ?? null;
    const own = settingNames.filter((name) => profile.sources[name] === 'own');
    const settings = Object.fromEntries(own.map((name) => [name, profile[name]]));
    const then = resolveProfile({ ...profile, folderId, settings }, after);
    if (then === null) continue;
    const { user } = then.sources;
    const isOwn = profile.savedPassword !== 'none' && profile.passwordFrom === undefined;
    const from = !isOwn && user.kind === 'folder' && hasPassword.has(user.id) ? user.id : null;
    const isHere = profile.savedPassword === 'here';
    const leadsElsewhere = isHere && !samePlace(profile, then.profile);
    // One whose folder is given another has it anew, wherever it leads.
    const isGiven = from === edited.id && password === 'new';
    const isTheSame = from === profile.passwordFrom && !leadsElsewhere;
    const keeps = from !== null && isHere && (isGiven || isTheSame);
    if (keeps && from === edited.id) heirs += 1;
    const isTouched = from === edited.id || from !== profile.sources.user;
    if (from !== null && !keeps && isTouched) newcomers.push(profile);
    else if (leadsElsewhere && !keeps) stranded.push(profile);
  }
  return { heirs, newcomers, stranded };
}

/** How many profiles lie in each folder, or in one in it; by id. */
export function memberCounts(
  folders: readonly FolderEntry[],
  profiles: readonly Pick<ProfileEntry, 'folder' | 'managed'>[],
): ReadonlyMap<string, number> {
  const here = new Map<string, number>();
  for (const { folder, managed } of profiles) {
    const key = keyOf(folder, managed);
    here.set(key, (here.get(key) ?? 0) + 1);
  }
  const byId = foldersById(folders);
  const counts = new Map<string, number>();
  for (const { id, managed } of folders) {
    const count = here.get(keyOf(folderPath(id, byId), managed)) ?? 0;
    let around: string | null = id;
    const passed = new Set<string>();
    while (around !== null && !passed.has(around)) {
      passed.add(around);
      counts.set(around, (counts.get(around) ?? 0) + count);
      around = byId.get(around)?.parentId ?? null;
    }
  }
  return counts;
}

/** What administrators supply and what is the user's own can be called the same. */
function keyOf(path: string, managed: unknown): string {
  return managed === undefined ? path : `managed ${path}`;
}
