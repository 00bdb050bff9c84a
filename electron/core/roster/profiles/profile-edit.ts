import { AppError } from '../../../../shared/errors.ts';
import type { Place } from '../../../../shared/model/place.ts';
import type { Profile, ProfileDraft } from '../../../../shared/model/profile.ts';
import type { Filled } from '../../../../shared/model/profile-book.ts';
import { mergeEdits } from '../../../../shared/model/profile-merge.ts';
import { settingNames } from '../../../../shared/model/profile-words.ts';
import type { ResolvedProfile } from '../../../../shared/model/resolve-profile.ts';
import type { Setting } from '../../../../shared/model/stored-profile.ts';
import { enteredForElsewhere, type SecretVault } from '../../../store/secrets/vault.ts';
import { inheritedFrom, isOnlyFiled, userFolder } from '../folders/folder-passwords.ts';

/** What is asked for of a profile: of a new one without `id`. */
export interface ProfileEdit {
  readonly id?: string | undefined;
  /** The profile as it was when the edit began; as it is saved now unless told. */
  readonly base?: ProfileDraft | undefined;
  readonly draft: ProfileDraft;
  /** The settings that are set for it, while its folder says the others; without it as `Filled.own` says. */
  readonly own?: readonly Setting[] | undefined;
  /** Without it the saved one stays; null: that of its folder instead, or none where that has none. */
  readonly password?: string | null | undefined;
  /** Whether it gets the password of the folder that it is put under by this edit and has not now; it does unless told. */
  readonly newHeir?: boolean | undefined;
  /** Where it would lead a guarded profile elsewhere or take its guard away: what that asks for, typed (`locks.ts`). */
  readonly confirmName?: string | undefined;
}

/** What is filled in for a profile, as it is saved now, by an edit. Throws `edited-elsewhere` with both values where somebody else changed the same meanwhile. */
export function editedBy(edit: ProfileEdit, present: Profile): Filled {
  const { base = present, draft, own, password } = edit;
  const withPassword = typeof password === 'string';
  const { merged, conflicts } = mergeEdits<ProfileDraft>(base, draft, present, { withPassword });
  if (conflicts.length > 0)
    throw new AppError('edited-elsewhere', { name: present.name, conflicts });
  if (own === undefined) return { draft: merged };
  // What somebody else set meanwhile stays set.
  const byThem = settingNames.filter((name) => merged[name] !== draft[name]);
  return { draft: merged, own: [...new Set([...own, ...byThem])] };
}

/**
 * Judges an edit by what holds for the profile before and after it, whoever says it. Throws `password-needed-again` where the saved password
 * would go to another place than the one that it was entered for.
 */
export function requireKnownPassword(
  { password }: Pick<ProfileEdit, 'password'>,
  before: ResolvedProfile,
  after: ResolvedProfile,
  vault: SecretVault,
): void {
  const from = inheritedFrom(vault, before);
  const isFiled = from !== null && (userFolder(after) !== from || isOnlyFiled(before, after));
  if (password === undefined && !isFiled) requireStaying(vault, before.profile, after.profile);
}

/**
 * A saved password goes along to no other place. One that was for another place already stays where it is, and is asked for when it is needed.
 * One that is from a folder goes by where the profile is filed.
 */
function requireStaying(vault: SecretVault, before: Profile, next: Place): void {
  const [now, then] = [before, next].map((place) => vault.state(before.id, place));
  if (now === 'here' && then === 'elsewhere') throw enteredForElsewhere();
}
