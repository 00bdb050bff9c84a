import { editedTags } from '../../../../shared/model/name.ts';
import type { ProfileDraft } from '../../../../shared/model/profile.ts';
import { settingNames } from '../../../../shared/model/profile-words.ts';
import type { ResolvedProfile } from '../../../../shared/model/resolve-profile.ts';
import type { Setting } from '../../../../shared/model/stored-profile.ts';
import { noSuchProfile } from '../../../base/no-such-profile.ts';
import type { ProfileEdit } from './profile-edit.ts';
import { ownSettings } from './saving.ts';

/** What can be the same for many profiles: neither what they are called nor where they are. */
export type CommonFields = Partial<Omit<ProfileDraft, 'name' | 'host'>>;

/** The same for many profiles. */
export interface BulkEdit {
  readonly ids: readonly string[];
  readonly set: CommonFields;
  /** Settings that are no longer set for them, so that their folders say them. */
  readonly inherit?: readonly Setting[] | undefined;
  /** Tags that are added to those that they have. */
  readonly addTags?: string | undefined;
  /** Tags that they have no more. */
  readonly removeTags?: string | undefined;
  /** One password for all of them; null: that of their folder. */
  readonly password?: string | null | undefined;
  /** Who of them gets the password of the folder that they are put under; nobody else does. */
  readonly newHeirs?: readonly string[] | undefined;
  /** What was typed where guarded profiles among them want it. */
  readonly confirmName?: string | undefined;
}

/** The edit of each. Throws `not-found`. */
export function editsOf(
  {
    ids,
    set,
    inherit = [],
    addTags = '',
    removeTags = '',
    password,
    newHeirs = [],
    confirmName,
  }: BulkEdit,
  resolved: (id: string) => ResolvedProfile | undefined,
): readonly ProfileEdit[] {
  const heirs = new Set(newHeirs);
  return ids.map((id) => {
    const present = resolved(id);
    if (present === undefined) throw noSuchProfile(id);
    const { id: _, ...base } = present.profile;
    const tags = editedTags(set.tags ?? base.tags, addTags, removeTags);
    const own = new Set([
      ...ownSettings(present),
      ...settingNames.filter((name) => set[name] !== undefined),
    ]);
    for (const name of inherit) own.delete(name);
    return {
      id,
      base,
      draft: { ...base, ...set, tags },
      own: [...own],
      password,
      newHeir: heirs.has(id),
      confirmName,
    };
  });
}
