import type { Profile } from '../../../../shared/model/profile.ts';
import { noSuchProfile } from '../../../base/no-such-profile.ts';
import { createMemoryDocument } from '../../../store/documents/memory-document.ts';
import { createProfileShelf, type ProfileShelf } from '../../../store/documents/profile-shelf.ts';
import { profilesFormat } from '../../../store/documents/profiles-format.ts';
import { createSessionVault } from '../../../store/secrets/session-vault.ts';
import type { ProfileHome } from '../profiles/profile-home.ts';

export interface HomesParts {
  readonly saved: ProfileHome;
  /** What administrators supply; its passwords lie with the saved ones. */
  readonly supplied: ProfileShelf;
  /** Whether a profile, saved or managed, is shown here, by its id; all are without it. */
  readonly share?: ((id: string) => boolean) | undefined;
}

/** The places where profiles and their passwords lie. */
export interface Homes {
  readonly saved: ProfileHome;
  readonly managed: ProfileHome;
  /** In memory, for as long as the app runs. */
  readonly demo: ProfileHome;
  /** In the order in which their profiles are listed. */
  readonly all: readonly ProfileHome[];
  /** The profiles of one that are shown here. */
  shownIn(home: ProfileHome): readonly Profile[];
  /** Whether a profile that lies there is shown here. */
  isShown(home: ProfileHome, id: string): boolean;
  of(id: string): ProfileHome | undefined;
  /** Throws `not-found`. */
  require(id: string): ProfileHome;
  /** Those that are not the user's own. */
  elsewhere(): readonly Profile[];
  /** Of the profiles of all others. */
  namesBeside(home: ProfileHome): readonly string[];
}

export function createHomes({ saved, supplied, share }: HomesParts): Homes {
  const managed: ProfileHome = { profiles: supplied, vault: saved.vault };
  const demo: ProfileHome = {
    profiles: createProfileShelf(createMemoryDocument(profilesFormat.empty)),
    vault: createSessionVault(),
  };
  const all = [saved, managed, demo];
  const isShown = (home: ProfileHome, id: string): boolean =>
    home === demo || share === undefined || share(id);
  const of = (id: string): ProfileHome | undefined =>
    [demo, managed, saved].find(({ profiles }) => profiles.get(id) !== undefined);
  return {
    saved,
    managed,
    demo,
    all,
    isShown,
    shownIn(home) {
      const profiles = home.profiles.list();
      return share === undefined ? profiles : profiles.filter(({ id }) => isShown(home, id));
    },
    of,
    require(id) {
      const home = of(id);
      if (home !== undefined) return home;
      throw noSuchProfile(id);
    },
    elsewhere: () => [managed, demo].flatMap(({ profiles }) => profiles.list()),
    namesBeside: (home) =>
      all.flatMap((other) => (other === home ? [] : other.profiles.list().map(({ name }) => name))),
  };
}
