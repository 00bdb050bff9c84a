import { isDeepStrictEqual } from 'node:util';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';

/** What is different from before. */
export interface RosterChange {
  readonly added: readonly Profile[];
  readonly edited: readonly { readonly before: Profile; readonly after: Profile }[];
  readonly removed: readonly Profile[];
  /** Profiles that have another password now, whether they were edited otherwise or not. */
  readonly passwordChanged: readonly Profile[];
  /** Profiles for which the same holds as before, for another reason: set for them, or said by another folder. */
  readonly restated: readonly Profile[];
  /** Whether it was made in this console, and not by another program on the data directory. */
  readonly here: boolean;
}

/** Null where nothing is different. `passwordChanged` are ids. */
export function compareProfiles(
  before: readonly ResolvedProfile[],
  after: readonly ResolvedProfile[],
  passwordChanged: readonly string[],
  here: boolean,
): RosterChange | null {
  const old = new Map(before.map((resolved) => [resolved.profile.id, resolved]));
  const added: Profile[] = [];
  const edited: { before: Profile; after: Profile }[] = [];
  const restated: Profile[] = [];
  for (const resolved of after) {
    const { profile, sources } = resolved;
    const was = old.get(profile.id);
    old.delete(profile.id);
    if (was === resolved) continue;
    if (was === undefined) added.push(profile);
    else if (!isDeepStrictEqual(was.profile, profile)) {
      edited.push({ before: was.profile, after: profile });
    } else if (!isDeepStrictEqual(was.sources, sources)) restated.push(profile);
  }
  const changed = new Set(passwordChanged);
  const change = {
    added,
    edited,
    removed: [...old.values()].map(({ profile }) => profile),
    passwordChanged: after.flatMap(({ profile }) => (changed.has(profile.id) ? [profile] : [])),
    restated,
  };
  return Object.values(change).some(({ length }) => length > 0) ? { ...change, here } : null;
}
