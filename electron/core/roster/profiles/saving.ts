import { AppError } from '../../../../shared/errors.ts';
import { nameKey } from '../../../../shared/model/name.ts';
import type { Profile } from '../../../../shared/model/profile.ts';
import { mergeEdits } from '../../../../shared/model/profile-merge.ts';
import { settingNames } from '../../../../shared/model/profile-words.ts';
import type { ResolvedProfile } from '../../../../shared/model/resolve-profile.ts';
import type { Setting } from '../../../../shared/model/stored-profile.ts';
import { noSuchProfile } from '../../../base/no-such-profile.ts';
import type { ProfileDesk } from '../../../store/documents/profile-shelf.ts';
import type { SecretVault } from '../../../store/secrets/vault.ts';
import { inheritedFrom, isOnlyFiled, type Moved, secretsOf } from '../folders/folder-passwords.ts';
import { type Guard, guardedOn, requireConfirmedDeed } from '../guard.ts';
import { editedBy, type ProfileEdit, requireKnownPassword } from './profile-edit.ts';
import type { ProfileHome } from './profile-home.ts';

export interface SavingRules {
  readonly guard: Guard;
  readonly logFault: (what: string, error: unknown) => void;
}

/** Edits of the profiles that lie in one place. */
export interface HomeEdits {
  readonly home: ProfileHome;
  readonly edits: readonly ProfileEdit[];
  /** The names of the profiles that lie elsewhere, by the time that these are edited. */
  readonly namesElsewhere: () => Iterable<string>;
}

/** What was saved, and the ids of those that got another password or lost theirs. */
export interface Saved {
  readonly profiles: ReadonlyMap<ProfileEdit, Profile>;
  readonly passwordChanged: readonly string[];
}

interface Made extends Moved {
  readonly edit: ProfileEdit;
  readonly id: string;
}

/** Saves profiles and their passwords, all or none, wherever they lie. Throws what the stores, the vaults and an edit throw. */
export async function saveIn(all: readonly HomeEdits[], rules: SavingRules): Promise<Saved> {
  const done: { readonly home: ProfileHome; readonly made: readonly Made[] }[] = [];
  const passwordChanged: string[] = [];
  try {
    for (const each of all) done.push({ home: each.home, made: await change(each, rules) });
    for (const { home, made } of done) {
      const { set, gone } = await secretsOf(home.vault, made);
      if (set.length + gone.length > 0) await home.vault.setAll(set, gone);
      passwordChanged.push(...set.map(({ id }) => id), ...gone);
    }
  } catch (error) {
    for (const { home, made } of done.toReversed()) {
      await home.profiles
        .change((desk) => takeBack(desk, made))
        .catch((fault: unknown) => {
          rules.logFault('a profile could not be put back as it was', fault);
        });
    }
    throw error;
  }
  const made = done.flatMap((each) => each.made);
  return {
    profiles: new Map(made.map(({ edit, after }) => [edit, after.profile])),
    passwordChanged,
  };
}

function change(
  { home: { profiles, vault }, edits, namesElsewhere }: HomeEdits,
  { guard }: SavingRules,
): Promise<readonly Made[]> {
  const elsewhere = new Set([...namesElsewhere()].map(nameKey));
  return profiles.change((desk) => {
    const ids = edits.flatMap(({ id }) => id ?? []);
    const unedited = guardedOn(desk, guard, ids);
    const made = edits.map((edit): Made => {
      if (elsewhere.has(nameKey(edit.draft.name))) throw taken(edit.draft.name);
      const before = edit.id === undefined ? null : presentOf(desk, edit.id);
      const id = edit.id ?? desk.add(edit);
      if (before !== null) desk.update(id, editedBy(edit, before.profile));
      const after = presentOf(desk, id);
      if (before !== null) requireKnownPassword(edit, before, after, vault);
      const { password, newHeir } = edit;
      const refiled = password === undefined && isRefiled(vault, before, after);
      return { edit, id, before, after, password, refiled, newHeir };
    });
    const typed = edits.map(({ confirmName }) => confirmName);
    requireConfirmedDeed(guard, unedited, guardedOn(desk, guard, ids), typed);
    return made;
  });
}

/** Whether an edit files a profile otherwise that has the password of a folder, which then goes by where it is filed. */
function isRefiled(
  vault: SecretVault,
  before: ResolvedProfile | null,
  after: ResolvedProfile,
): boolean {
  if (before === null || !vault.keeps || !isOnlyFiled(before, after)) return false;
  const isHere = vault.state(before.profile.id, before.profile) === 'here';
  return isHere && inheritedFrom(vault, before) !== null;
}

/** The settings that are set for a profile itself. */
export function ownSettings({ sources }: ResolvedProfile): readonly Setting[] {
  return settingNames.filter((name) => sources[name].kind === 'own');
}

/** Undoes edits, and nothing that was changed elsewhere since; profiles that were added go. */
function takeBack(desk: ProfileDesk, made: readonly Made[]): void {
  for (const { id, before, after } of made.toReversed()) {
    const present = desk.get(id)?.profile;
    if (present === undefined) continue;
    if (before === null) {
      desk.remove(id);
      continue;
    }
    const { merged } = mergeEdits<Profile>(after.profile, before.profile, present);
    desk.update(id, { draft: merged, own: ownSettings(before) });
  }
}

function presentOf(desk: ProfileDesk, id: string): ResolvedProfile {
  const found = desk.get(id);
  if (found === undefined) throw noSuchProfile(id);
  return found;
}

function taken(name: string): AppError {
  return new AppError('invalid-input', { case: 'taken', field: 'name', reason: 'taken', name });
}
