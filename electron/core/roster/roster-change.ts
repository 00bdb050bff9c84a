import { isDeepStrictEqual } from 'node:util';
import type { Profile } from '../../../shared/model/profile.ts';

/** What is different from before. */
export interface RosterChange {
  readonly added: readonly Profile[];
  readonly edited: readonly Profile[];
  readonly removed: readonly Profile[];
  /** Ids of profiles that have another password now. */
  readonly passwordChanged: readonly string[];
}

/** Null where nothing is different. */
export function compareProfiles(
  before: readonly Profile[],
  after: readonly Profile[],
  passwordChanged: readonly string[],
): RosterChange | null {
  const old = new Map(before.map((profile) => [profile.id, profile]));
  const added: Profile[] = [];
  const edited: Profile[] = [];
  for (const profile of after) {
    const was = old.get(profile.id);
    old.delete(profile.id);
    if (was === undefined) added.push(profile);
    else if (!isDeepStrictEqual(was, profile)) edited.push(profile);
  }
  const removed = [...old.values()];
  const all = [added, edited, removed, passwordChanged];
  return all.some(({ length }) => length > 0) ? { added, edited, removed, passwordChanged } : null;
}
