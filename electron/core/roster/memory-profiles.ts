import { randomUUID } from 'node:crypto';
import type { Profile } from '../../../shared/model/profile.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import type { ProfileStore } from '../../store/documents/profiles.ts';

/** Where profiles lie; the file, or memory. */
export type ProfileShelf = Pick<
  ProfileStore,
  'list' | 'get' | 'add' | 'update' | 'remove' | 'restore'
>;

/** Profiles that are gone when the app ends. `update` and `remove` throw `not-found`. */
export function createMemoryProfiles(): ProfileShelf {
  const profiles = new Map<string, Profile>();
  const put = (profile: Profile): Profile => {
    profiles.set(profile.id, profile);
    return profile;
  };
  const require = (id: string): Profile => {
    const profile = profiles.get(id);
    if (profile) return profile;
    throw noSuchProfile(id);
  };
  return {
    list: () => [...profiles.values()],
    get: (id) => profiles.get(id),
    add: async (draft) => put({ ...draft, id: randomUUID() }),
    update: async (id, edit) => put({ ...edit(require(id)), id }),
    async remove(id) {
      const profile = require(id);
      profiles.delete(id);
      return profile;
    },
    restore: async (profile) => put(profile),
  };
}
