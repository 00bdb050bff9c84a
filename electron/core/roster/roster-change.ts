import { isDeepStrictEqual } from 'node:util';
import type { Profile } from '../../../shared/model/profile.ts';

/** What is different from before. */
export interface RosterChange {
  readonly added: readonly Profile[];
  readonly edited: readonly { readonly before: Profile; readonly after: Profile }[];
  readonly removed: readonly Profile[];
  /** Profiles that have another password now, whether they were edited otherwise or not. */
  readonly passwordChanged: readonly Profile[];
}

/** Null where nothing is different. `passwordChanged` are ids. */
export function compareProfiles(
  before: readonly Profile[],
  after: readonly Profile[],
  passwordChanged: readonly string[],
): RosterChange | null {
  const old = new Map(before.map((profile) => [profile.id, profile]));
  const added: Profile[] = [];
  const edited: { before: Profile; after: Profile }[] = [];
  for (const profile of after) {
    const was = old.get(profile.id);
    old.delete(profile.id);
    if (was === undefined) added.push(profile);
    else if (!isDeepStrictEqual(was, profile)) edited.push({ before: was, after: profile });
  }
  const change = {
    added,
    edited,
    removed: [...old.values()],
    passwordChanged: after.filter(({ id }) => passwordChanged.includes(id)),
  };
  return Object.values(change).some(({ length }) => length > 0) ? change : null;
}
