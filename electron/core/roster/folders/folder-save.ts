import { AppError } from '../../../../shared/errors.ts';
import { mergeFolders } from '../../../../shared/model/folder-merge.ts';
import type { FolderDraft } from '../../../../shared/model/profile-book.ts';
import type { ProfileFolder } from '../../../../shared/model/stored-profile.ts';
import { enteredForElsewhere, type SecretVault } from '../../../store/secrets/vault.ts';
import {
  folderPasswordState,
  isFolderPasswordKept,
  type MayGet,
  newFolderSecrets,
  secretsOf,
} from './folder-passwords.ts';
import type { FolderStep } from './folder-step.ts';

/** What is asked for of a folder: of a new one without `id`. */
export interface FolderEdit {
  readonly id?: string | undefined;
  /** The folder as it was when the edit began; as it is saved now unless told. */
  readonly base?: FolderDraft | undefined;
  readonly draft: FolderDraft;
  /** For all that have its password; null: no longer. Without it the saved one stays. */
  readonly password?: string | null | undefined;
  /** Profiles that are to have the password of the folder that says who logs in, from now on or for where they lead now. */
  readonly newHeirs?: readonly string[] | undefined;
  /** What was typed where guarded profiles in it want it. */
  readonly confirmName?: string | undefined;
}

export interface SavedFolder {
  /** Null for one that is new. */
  readonly before: ProfileFolder | null;
  readonly folder: ProfileFolder;
}

/** Adds a folder or changes one. Throws as `FolderEdits.save`. */
export function saveStep(
  vault: SecretVault,
  { id, base, draft, password, newHeirs = [] }: FolderEdit,
  mayGet: MayGet = (heir) => newHeirs.includes(heir),
): FolderStep<SavedFolder> {
  return {
    change(desk) {
      const before = id === undefined ? null : (desk.folder(id) ?? null);
      if (id !== undefined && before === null) throw noSuchFolder(id);
      const next = before === null ? draft : mergedWith(before, { base, draft, password });
      requireFitting(vault, before, next, password);
      const folder = desk.folder(desk.putFolder(id, next));
      if (folder === undefined) throw new Error('a folder that was put is not there');
      return { before, folder };
    },
    async secrets({ folder }, moved) {
      const isTaken = password === null || folder.settings.user === undefined;
      const own = isTaken ? [] : newFolderSecrets([folder], password, folder.settings.user);
      const given = new Map<string, string | null>(own.map((each) => [each.id, each.password]));
      if (isTaken) given.set(folder.id, null);
      const { set, gone } = await secretsOf(vault, moved, { given, whoHasNone: 'stays', mayGet });
      const goes = isTaken && isFolderPasswordKept(vault, folder.id);
      return { set: [...own, ...set], gone: goes ? [folder.id, ...gone] : gone };
    },
    takeBack(desk, { before, folder }) {
      const present = desk.folder(folder.id);
      if (present === undefined) return;
      if (before === null) desk.removeFolder(folder.id);
      else desk.putFolder(folder.id, draftOf(mergeFolders(folder, before, present).merged));
    },
  };
}

export function draftOf({ id: _, ...draft }: ProfileFolder): FolderDraft {
  return draft;
}

export function noSuchFolder(id: string): AppError {
  return new AppError('not-found', { case: 'folder', id });
}

/** Throws `folder-edited-elsewhere`. */
function mergedWith(
  present: ProfileFolder,
  { base, draft, password }: Pick<FolderEdit, 'base' | 'draft' | 'password'>,
): FolderDraft {
  const withPassword = typeof password === 'string';
  const { merged, conflicts } = mergeFolders(base ?? present, draft, present, { withPassword });
  if (conflicts.length === 0) return merged;
  throw new AppError('folder-edited-elsewhere', { name: present.name, conflicts });
}

/** A password is that of a user, and is not taken over by another. */
function requireFitting(
  vault: SecretVault,
  before: ProfileFolder | null,
  { settings: { user } }: FolderDraft,
  password: string | null | undefined,
): void {
  if (typeof password === 'string' && user === undefined) {
    throw new AppError('invalid-input', { case: 'field', field: 'user', rule: 'required' });
  }
  if (password !== undefined || before === null || user === undefined) return;
  const isOther = user !== before.settings.user;
  if (isOther && folderPasswordState(vault, before) === 'here') throw enteredForElsewhere();
}
