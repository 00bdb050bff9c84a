import type { Profile } from '../../../../shared/model/profile.ts';
import type { ResolvedProfile } from '../../../../shared/model/resolve-profile.ts';
import { noSuchProfile } from '../../../base/no-such-profile.ts';
import type { NewSecret } from '../../../store/secrets/vault.ts';
import { inheritedFrom, secretsOf, userFolder } from '../folders/folder-passwords.ts';
import type { Guard } from '../guard.ts';
import type { ProfileHome } from './profile-home.ts';
import { requireFreeName } from './profile-names.ts';

export interface Removal {
  readonly id: string;
  /** Where its class asks for something: what was typed. */
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

interface Step {
  readonly run: () => Promise<void>;
  readonly takeBack: () => Promise<void>;
}

export interface RemovalParts {
  readonly requireHome: (id: string) => ProfileHome;
  readonly isThere: (id: string) => boolean;
  readonly requireDeed: Guard['requireDeed'];
  readonly logFault: (what: string, error: unknown) => void;
}

/** Profiles that were removed since the app started, and can come back. */
export interface Removals {
  /** All or none. Throws what the stores throw, `not-found`, `read-only` and `confirmation-needed`. */
  remove(removals: readonly Removal[]): Promise<void>;
  /** All or none, passwords included; those that are there again by another way stay as they are. Throws `not-found` for what was not removed, and what the stores throw. */
  restore(
    ids: readonly string[],
    namesBeside: (home: ProfileHome) => readonly string[],
  ): Promise<readonly Profile[]>;
  /** These are gone from `home` already: their passwords go too, and come back with them. Throws what the vault throws, and then deletes none. */
  went(home: ProfileHome, gone: readonly ResolvedProfile[]): Promise<void>;
  /** These are there again already, by another way than `restore`: their passwords come back. Throws what the vault throws. */
  came(home: ProfileHome, ids: readonly string[]): Promise<void>;
  /** Those that are there again, by whatever way they came, are no removed ones any more. */
  settle(): void;
  /** None can come back any more; their passwords go. Answers their ids. Throws what the vault throws. */
  forget(): Promise<readonly string[]>;
  /** Those of this home, whose vault goes with them. */
  forgetOf(home: ProfileHome): readonly string[];
}

export function createRemovals(parts: RemovalParts): Removals {
  const removed = new Map<string, Removed>();
  const goingOf = async (home: ProfileHome, resolved: ResolvedProfile): Promise<Removed> => {
    const { vault } = home;
    const { profile } = resolved;
    // A keychain that is locked is no reason to keep the profile; the password stays in it meanwhile.
    const read = vault.keeps ? vault.get(profile.id, profile).catch(() => undefined) : null;
    return { home, profile, password: await read, from: inheritedFrom(vault, resolved) };
  };
  const requireGoing = ({ id }: Removal): [ProfileHome, ResolvedProfile] => {
    const home = parts.requireHome(id);
    const resolved = home.profiles.resolved(id);
    if (resolved === undefined) throw noSuchProfile(id);
    return [home, resolved];
  };
  const deletePasswords = async ({ vault }: ProfileHome, going: readonly Removed[]) => {
    const known = going.filter(({ password }) => password !== undefined);
    if (known.length > 0) await vault.deleteAll(known.map(({ profile }) => profile.id));
  };
  const takeOut = ({ profiles }: ProfileHome, all: readonly Removed[]): Promise<void> =>
    profiles.change((desk) => {
      for (const { profile } of all) desk.remove(profile.id);
    });
  const putIn = ({ profiles }: ProfileHome, all: readonly Removed[]): Promise<void> =>
    profiles.change((desk) => {
      for (const { profile } of all) desk.restore(profile);
    });
  /** Does each step, and takes back those that were done where one fails. */
  const allOrNone = async (steps: readonly Step[]): Promise<void> => {
    const done: Step[] = [];
    try {
      for (const step of steps) {
        await step.run();
        done.push(step);
      }
    } catch (error) {
      for (const { takeBack } of done.toReversed()) {
        await takeBack().catch((fault: unknown) =>
          parts.logFault('a profile could not be put back as it was', fault),
        );
      }
      throw error;
    }
  };
  const settle = (): void => {
    for (const id of removed.keys()) if (parts.isThere(id)) removed.delete(id);
  };
  return {
    settle,
    async remove(removals) {
      const going: Removed[] = [];
      const chosen = removals.map(requireGoing);
      parts.requireDeed(
        chosen.map(([, { profile }]) => profile),
        removals.flatMap(({ confirmName }) => confirmName ?? []),
      );
      for (const [home, resolved] of chosen) {
        going.push(await goingOf(home, resolved));
      }
      const byHome = [...Map.groupBy(going, ({ home }) => home)];
      await allOrNone([
        ...byHome.map(([home, all]) => ({
          run: () => takeOut(home, all),
          takeBack: () => putIn(home, all),
        })),
        ...byHome.map(([home, all]) => ({
          run: () => deletePasswords(home, all),
          takeBack: () => home.vault.setAll(secretsBefore(home, all)),
        })),
      ]);
      for (const each of going) removed.set(each.profile.id, each);
    },
    async restore(ids, namesBeside) {
      const coming = ids.flatMap((id) => {
        const found = removed.get(id);
        if (found === undefined && !parts.isThere(id)) throw noSuchProfile(id);
        return found ?? [];
      });
      const byHome = [...Map.groupBy(coming, ({ home }) => home)];
      for (const [home, all] of byHome) {
        const others = coming.filter((each) => each.home !== home);
        const names = [...namesBeside(home), ...others.map(({ profile }) => profile.name)];
        const beside = names.map((name) => ({ id: '', name }));
        for (const { profile } of all) requireFreeName(beside, profile.name, profile.id);
      }
      await allOrNone([
        ...byHome.map(([home, all]) => ({
          run: () => putIn(home, all),
          takeBack: () => takeOut(home, all),
        })),
        ...byHome.map(([home, all]) => ({
          run: async () => home.vault.setAll(await secretsNow(home, all)),
          takeBack: () => deletePasswords(home, all),
        })),
      ]);
      for (const { profile } of coming) removed.delete(profile.id);
      return ids
        .map((id) => parts.requireHome(id).profiles.get(id))
        .filter((each) => each !== undefined);
    },
    async went(home, gone) {
      const going: Removed[] = [];
      for (const resolved of gone) going.push(await goingOf(home, resolved));
      await deletePasswords(home, going);
      for (const each of going) removed.set(each.profile.id, each);
    },
    async came(home, ids) {
      const coming = ids.flatMap((id) => removed.get(id) ?? []);
      const secrets = await secretsNow(home, coming);
      if (secrets.length > 0) await home.vault.setAll(secrets);
      for (const { profile } of coming) removed.delete(profile.id);
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
