import type { Place } from '../../../shared/model/place.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { folderPlace } from '../../store/secrets/folder-place.ts';
import { namingDamage } from '../../store/secrets/named-damage.ts';
import type { Homes } from './folders/homes.ts';

/** The passwords of a roster, for who logs in. */
export interface RosterPasswords {
  /**
   * The password that is saved with a profile, for going to this place. Null where none is. Throws `password-needed-again` where it was
   * entered for another place, and `secrets-unavailable`.
   */
  passwordFor(id: string, place: Place): Promise<string | null>;
  /**
   * The password that a folder has for this user, and so for what is put into it. Null where it has none. Throws `password-needed-again` where
   * it was entered for another user, and what the vault throws.
   */
  folderPasswordFor(id: string, user: string): Promise<string | null>;
}

/** `onKnown`: more is known now of the password of this profile. */
export function createRosterPasswords(
  homes: Homes,
  onKnown: (profile: Profile) => void,
): RosterPasswords {
  return {
    async passwordFor(id, place) {
      const vault = homes.of(id)?.vault;
      const before = vault?.isStock(id);
      const { name } = homes.of(id)?.profiles.get(id) ?? {};
      const get = async () => (await vault?.get(id, { ...place, name })) ?? null;
      const password = await namingDamage(() => name, get);
      // Of passwords that an older release kept it shows only now whether they are the stock one.
      if (vault?.isStock(id) !== before) {
        const profile = homes.of(id)?.profiles.get(id);
        if (profile !== undefined) onKnown(profile);
      }
      return password;
    },
    async folderPasswordFor(id, user) {
      const { profiles, vault } = homes.saved;
      const { name } = profiles.folders().find((each) => each.id === id) ?? {};
      if (name === undefined || !vault.keeps) return null;
      return namingDamage(
        () => name,
        () => vault.get(id, folderPlace(id, user)),
      );
    },
  };
}
