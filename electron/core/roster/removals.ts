import type { Profile } from '../../../shared/model/profile.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import type { NewSecret } from '../../store/secrets/vault.ts';
import { inheritedFrom, secretsOf, userFolder } from './folder-passwords.ts';
import type { EditRules } from './profile-edit.ts';
import type { ProfileHome } from './profile-home.ts';
import { requireFreeName } from './profile-names.ts';

export interface Removal {
  readonly id: string;
  /** For a production profile: its name, typed. */
  readonly confirmName?: string | undefined;
}

interface Removed {
  readonly home: ProfileHome;
  readonly profile: Profile;
  /** Undefined where it could not be decrypted, and stayed in the vault. */
  readonly password: string | null | undefined;
  /** The folder that it had the password from. */
  readonly from: string | null;
}

export interface RemovalParts {
  readonly requireHome: (id: string) => ProfileHome;
  readonly isThere: (id: string) => boolean;
  readonly requireChangeable: EditRules['requireChangeable'];
  readonly logFault: (what: string, error: unknown) => void;
}

/** Profiles that were removed since the app started, and can come back. */
export interface Removals {
  /** All or none. Throws what the stores throw, `not-found`, `read-only` and `confirmation-needed`. */
  remove(removals: readonly Removal[]): Promise<void>;
  /** All or none, passwords included. Throws `not-found` for what was not removed, and what the stores throw. */
  restore(
    ids: readonly string[],
    namesBeside: (home: ProfileHome) => readonly string[],
  ): Promise<readonly Profile[]>;
  /** Those that are there again, by whatever way they came, are no removed ones any more. */
  settle(): void;
  /** None can come back any more; their passwords go. Answers their ids. Throws what the vault throws. */
  forget(): Promise<readonly string[]>;
  /** Those of this home, whose vault goes with them. */
  forgetOf(home: ProfileHome): readonly string[];
}

export function createRemovals(parts: RemovalParts): Removals {
  const removed = new Map<string, Removed>();
  /** Does what can fail last, and takes back what was done before it. */
  const orTakeBack = async (last: () => Promise<void>, takeBack: () => Promise<unknown>) => {
    try {
      await last();
    } catch (error) {
      await takeBack().catch((fault: unknown) =>
        parts.logFault('a profile could not be put back as it was', fault),
      );
      throw error;
    }
  };
  const removeOf = async (home: ProfileHome, removals: readonly Removal[]): Promise<void> => {
    const { profiles, vault } = home;
    const going: Removed[] = [];
    for (const { id, confirmName } of removals) {
      const profile = profiles.get(id);
      if (profile === undefined) throw noSuchProfile(id);
      parts.requireChangeable(profile, confirmName);
      // A keychain that is locked is no reason to keep the profile; the password stays in it meanwhile.
      const password = vault.keeps ? await vault.get(id, profile).catch(() => undefined) : null;
      const resolved = profiles.resolved(id);
      const from = resolved === undefined ? null : inheritedFrom(vault, resolved);
      going.push({ home, profile, password, from });
    }
    await profiles.change((desk) => {
      for (const { id } of removals) desk.remove(id);
    });
    await orTakeBack(
      async () => {
        const known = going.filter(({ password }) => password !== undefined);
        if (known.length > 0) await vault.deleteAll(known.map(({ profile }) => profile.id));
      },
      async () => {
        await profiles.change((desk) => {
          for (const { profile } of going) desk.restore(profile);
        });
        await vault.setAll(secretsBefore(home, going));
      },
    );
    for (const each of going) removed.set(each.profile.id, each);
  };
  const restoreTo = async (home: ProfileHome, coming: readonly Removed[]): Promise<void> => {
    const ids = coming.map(({ profile }) => profile.id);
    await home.profiles.change((desk) => {
      for (const { profile } of coming) desk.restore(profile);
    });
    await orTakeBack(
      async () => home.vault.setAll(await secretsNow(home, coming)),
      () =>
        home.profiles.change((desk) => {
          for (const id of ids) desk.remove(id);
        }),
    );
    for (const id of ids) removed.delete(id);
  };
  const settle = (): void => {
    for (const id of removed.keys()) if (parts.isThere(id)) removed.delete(id);
  };
  return {
    settle,
    async remove(removals) {
      for (const [home, ofHome] of Map.groupBy(removals, ({ id }) => parts.requireHome(id))) {
        await removeOf(home, ofHome);
      }
    },
    async restore(ids, namesBeside) {
      const coming = ids.map((id) => {
        const found = removed.get(id);
        if (found === undefined) throw noSuchProfile(id);
        return found;
      });
      for (const [home, ofHome] of Map.groupBy(coming, (each) => each.home)) {
        const beside = namesBeside(home).map((name) => ({ id: '', name }));
        for (const { profile } of ofHome) requireFreeName(beside, profile.name, profile.id);
        await restoreTo(home, ofHome);
      }
      return coming.map(({ home, profile }) => home.profiles.get(profile.id) ?? profile);
    },
    async forget() {
      settle();
      const ids = [...removed.keys()];
      for (const [id, { home, password }] of removed) {
        removed.delete(id);
        if (password === undefined) await home.vault.delete(id);
      }
      return ids;
    },
    forgetOf(home) {
      const ids = [...removed].filter(([, each]) => each.home === home).map(([id]) => id);
      for (const id of ids) removed.delete(id);
      return ids;
    },
  };
}

/** Where another program keeps passwords by now, the profile comes back without the one that it had. */
function secretsBefore({ vault }: ProfileHome, all: readonly Removed[]): readonly NewSecret[] {
  if (!vault.keeps) return [];
  return all.flatMap(({ profile, password, from }) =>
    typeof password === 'string' ? [{ id: profile.id, password, place: profile, from }] : [],
  );
}

/** Those that had the password of a folder which still says who logs in have the one that it has now. */
async function secretsNow(
  home: ProfileHome,
  coming: readonly Removed[],
): Promise<readonly NewSecret[]> {
  const { profiles, vault } = home;
  const inheriting = coming.flatMap(({ profile, password, from }) => {
    const after = profiles.resolved(profile.id);
    const stays = after !== undefined && from !== null && userFolder(after) === from;
    return stays && typeof password === 'string' ? [{ before: null, after }] : [];
  });
  const ids = new Set(inheriting.map(({ after }) => after.profile.id));
  const { set } = await secretsOf(vault, inheriting);
  return [
    ...set,
    ...secretsBefore(
      home,
      coming.filter(({ profile }) => !ids.has(profile.id)),
    ),
  ];
}
