import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import type { ManagedShelf } from '../managed/managed-shelf.ts';
import { entryOf } from './entry.ts';
import type { Homes } from './folders/homes.ts';
import type { ProfileHome } from './profiles/profile-home.ts';

/** The profiles of a roster as they are now. */
export interface RosterReads {
  list(): readonly Profile[];
  /** Of all there are, also where others of the fleet have them. */
  ids(): ReadonlySet<string>;
  get(id: string): Profile | undefined;
  /** As the renderer sees them: never a password. Asks no keychain. */
  entries(): ProfileEntry[];
  entry(profile: Profile): ProfileEntry;
  /** Every profile with why it is as it is. */
  resolved(): readonly ResolvedProfile[];
}

/** `notesOf`: what administrators say of a profile that they supply. */
export function createRosterReads(
  homes: Homes,
  { notesOf }: Pick<ManagedShelf, 'notesOf'>,
): RosterReads {
  const { all, shownIn } = homes;
  const entryIn = (home: ProfileHome, profile: Profile): ProfileEntry =>
    entryOf(home, profile, {
      demo: home === homes.demo,
      ...(home === homes.managed ? { managed: { notes: notesOf(profile.id) } } : {}),
    });
  return {
    list: () => all.flatMap(shownIn),
    ids: () => new Set(all.flatMap(({ profiles }) => profiles.list().map(({ id }) => id))),
    get(id) {
      const home = homes.of(id);
      return home && homes.isShown(home, id) ? home.profiles.get(id) : undefined;
    },
    entry: (profile) => entryIn(homes.of(profile.id) ?? homes.saved, profile),
    entries: () => all.flatMap((home) => shownIn(home).map((profile) => entryIn(home, profile))),
    resolved: () =>
      all.flatMap((home) => shownIn(home).flatMap(({ id }) => home.profiles.resolved(id) ?? [])),
  };
}
