import { type Place, samePlace } from '../../../../shared/model/place.ts';
import { placeFields } from '../../../../shared/model/place-fields.ts';
import type { ResolvedProfile } from '../../../../shared/model/resolve-profile.ts';
import type { ProfileFolder } from '../../../../shared/model/stored-profile.ts';
import { folderPlace } from '../../../store/secrets/folder-place.ts';
import type { NewSecret, SecretState, SecretVault } from '../../../store/secrets/vault.ts';

/** Whether a folder has a password for who it says that logs in, or one for another user; none where another program keeps passwords. */
export function folderPasswordState(vault: SecretVault, folder: ProfileFolder): SecretState {
  if (!vault.keeps) return 'none';
  return vault.state(folder.id, folderPlace(folder.id, folder.settings.user ?? ''));
}

/** Whether the vault holds one for the folder, whoever it is for. */
export function isFolderPasswordKept(vault: SecretVault, id: string): boolean {
  return vault.keeps && vault.state(id, folderPlace(id, '')) !== 'none';
}

/** Null where it has none for who it says that logs in. Throws what the vault throws. */
export async function readFolderPassword(
  vault: SecretVault,
  folder: ProfileFolder,
): Promise<string | null> {
  if (folderPasswordState(vault, folder) !== 'here') return null;
  return vault.get(folder.id, folderPlace(folder.id, folder.settings.user ?? ''));
}

/** A password as it is known for taking an edit back: undefined where it cannot be read now, and stays in the vault. */
export type KnownPassword = string | null | undefined;

/** A vault that is locked is no reason against an edit that needs no password. */
export function knownFolderPassword(
  vault: SecretVault,
  folder: ProfileFolder,
): Promise<KnownPassword> {
  return readFolderPassword(vault, folder).catch(() => undefined);
}

/** The same password for these folders; none where there is none, or nobody whose it is. */
export function newFolderSecrets(
  folders: readonly Pick<ProfileFolder, 'id'>[],
  password: KnownPassword,
  user: string | undefined,
): readonly NewSecret[] {
  if (typeof password !== 'string' || user === undefined) return [];
  return folders.map(({ id }) => ({ id, password, place: folderPlace(id, user) }));
}

/** The folder that says who logs in; null where the profile does so itself. */
export function userFolder({ sources }: ResolvedProfile): string | null {
  return sources.user.kind === 'folder' ? sources.user.id : null;
}

/** The folder from which a profile has its password; null where it has none, or one of its own. */
export function inheritedFrom(vault: SecretVault, resolved: ResolvedProfile): string | null {
  const from = vault.from(resolved.profile.id);
  return from === userFolder(resolved) ? from : null;
}

/** A profile before and after an edit of it, or of the folders around it. */
export interface Moved {
  /** Null for one that is new. */
  readonly before: ResolvedProfile | null;
  readonly after: ResolvedProfile;
  /** Its own one; null for that of its folder, and none where that has none. */
  readonly password?: string | null | undefined;
  /** It is filed otherwise, and its password goes by where. */
  readonly refiled?: boolean;
  /** Whether it is to have the password of a folder that it has not now, by being put under it; without it as `secretsOf` is told. */
  readonly newHeir?: boolean | undefined;
}

/** What is kept in a vault, and what of it is deleted, by one write. */
export interface SecretChange {
  readonly set: readonly NewSecret[];
  readonly gone: readonly string[];
}

/** Passwords that folders are just given; null for one that is taken away. */
export type GivenToFolders = ReadonlyMap<string, string | null>;

/** Whether somebody said that this profile is to have the password of this folder for this place, unless it has one of its own. */
export type MayGet = (id: string, place: Place, folder: string) => boolean;

/** Whether an edit only files a profile otherwise: what is other of its place is said by folders, not by who edits it. */
export function isOnlyFiled(before: ResolvedProfile, after: ResolvedProfile): boolean {
  if (before.profile.folder === after.profile.folder) return false;
  return placeFields
    .filter((field) => before.profile[field] !== after.profile[field])
    .every((field) => field !== 'host' && after.sources[field].kind !== 'own');
}

/**
 * The passwords that profiles get and lose by an edit. A profile gets the password of the folder that says who logs in where it has that of a
 * folder and its own is given another, and where somebody said so: by its `password`, by `newHeir` or by `mayGet`; one without, and one that a
 * `newHeir` of an edit of itself was not asked for, also by being put under the folder (`whoHasNone`). It never follows to another place by
 * itself, nor from one folder to another by an edit of these. Throws what the
 * vault throws where a folder's password cannot be read.
 */
export async function secretsOf(
  vault: SecretVault,
  moved: readonly Moved[],
  {
    given = new Map(),
    whoHasNone = 'gets-if-filed',
    mayGet = () => false,
  }: {
    readonly given?: GivenToFolders;
    readonly whoHasNone?: 'gets-if-filed' | 'stays';
    readonly mayGet?: MayGet;
  } = {},
): Promise<SecretChange> {
  const set: NewSecret[] = [];
  const gone: string[] = [];
  const known = new Map<string, Promise<string | null>>();
  const passwordOf = (folder: string, user: string): Promise<string | null> => {
    const place = folderPlace(folder, user);
    const found = known.get(folder);
    if (found !== undefined) return found;
    const typed = given.get(folder);
    const asked =
      typed !== undefined
        ? Promise.resolve(typed)
        : vault.state(folder, place) === 'here'
          ? vault.get(folder, place)
          : Promise.resolve(null);
    known.set(folder, asked);
    return asked;
  };
  for (const { before, after, password, refiled = false, newHeir } of moved) {
    const { profile: place } = after;
    const { id, user } = place;
    if (typeof password === 'string') {
      set.push({ id, password, place });
      continue;
    }
    // Another program says them, and has them by profile.
    if (!vault.keeps) continue;
    const from = userFolder(after);
    const had = before === null ? 'none' : vault.state(id, before.profile);
    const inherited = before === null ? null : inheritedFrom(vault, before);
    const isAsked = password === null;
    const isSame = before !== null && samePlace(before.profile, place);
    const isGiven = from !== null && given.has(from);
    const isFiled = before === null || userFolder(before) !== from || isGiven;
    const hasIt = had === 'here' && isSame && inherited === from;
    const getsIfFiled = newHeir ?? whoHasNone === 'gets-if-filed';
    const isFor =
      had === 'none'
        ? getsIfFiled
        : had === 'here' && inherited !== null && (getsIfFiled || isGiven || from === null);
    const isNamed =
      from !== null &&
      !hasIt &&
      (had === 'none' || inherited !== null) &&
      (newHeir ?? mayGet(id, place, from));
    if (!isAsked && !refiled && !isNamed && !(isFor && isFiled)) continue;
    const isBarred = newHeir === false && !isAsked && !hasIt;
    const passed = from === null || isBarred ? null : await passwordOf(from, user);
    if (passed !== null && from !== null) set.push({ id, password: passed, place, from });
    else if (had === 'none') continue;
    else if (isAsked || refiled || !isSame || (inherited !== null && given.get(inherited) === null))
      gone.push(id);
  }
  return { set, gone };
}
