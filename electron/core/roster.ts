import type { ProfileEntry } from '../../shared/ipc/contract.ts';
import type { Place } from '../../shared/model/place.ts';
import type { Profile, ProfileDraft } from '../../shared/model/profile.ts';
import { noSuchProfile } from '../base/no-such-profile.ts';
import { createTopic } from '../base/topic.ts';
import { createTurns } from '../base/turns.ts';
import type { ProfileStore } from '../store/documents/profiles.ts';
import { createSessionVault } from '../store/secrets/session-vault.ts';
import { enteredForElsewhere, type SecretVault } from '../store/secrets/vault.ts';
import { createMemoryProfiles } from './memory-profiles.ts';
import { hasStockCredentials, type ProfileHome } from './profile-home.ts';
import { freeName, requireFreeName } from './profile-names.ts';
import { compareProfiles, type RosterChange } from './roster-change.ts';

export type { RosterChange } from './roster-change.ts';

export interface RosterParts {
  readonly profiles: ProfileStore;
  readonly vault: SecretVault;
  readonly logFault: (what: string, error: unknown) => void;
}

/**
 * Every profile that the app knows, saved or of the demo fleet, each with its password at one place. Writing throws what the stores
 * throw (`storage-full`, `storage-failed`, `secrets-unavailable`), `not-found`, and `invalid-input` (detail `field`) for a name that
 * is taken; it then leaves profile and password as they were.
 */
export interface Roster {
  list(): readonly Profile[];
  get(id: string): Profile | undefined;
  /** As the renderer sees them: never a password. */
  entries(): Promise<ProfileEntry[]>;
  entry(profile: Profile): Promise<ProfileEntry>;
  /**
   * The password that is saved with a profile, for going to this place. Null where none is. Throws `password-needed-again` where it was
   * entered for another place, and `secrets-unavailable`.
   */
  passwordFor(id: string, place: Place): Promise<string | null>;
  /**
   * Adds without `id`, changes with it. Without `password` the saved one stays; throws `password-needed-again` where it would then go to
   * another place than the one that it was entered for.
   */
  save(change: {
    id?: string | undefined;
    draft: ProfileDraft;
    password?: string | undefined;
  }): Promise<Profile>;
  remove(id: string): Promise<void>;
  /** Takes a removal back, password included; throws `not-found` for what was not removed since the app started. */
  restore(id: string): Promise<Profile>;
  /** Removals since the app started can no longer be taken back. Answers their ids. Throws what the vault throws. */
  forgetRemoved(): Promise<readonly string[]>;
  /** Adds one of the demo fleet, in memory only; the name is made different from all others. */
  addDemo(draft: ProfileDraft, password: string): Promise<Profile>;
  /** Removes all of the demo fleet for good. Answers their ids, also of those that were removed before. */
  clearDemo(): Promise<readonly string[]>;
  /** After every change, also of a password alone, and also by another process. Returns unsubscribing. */
  listen(listener: (change: RosterChange) => void): () => void;
}

interface Removed {
  readonly home: ProfileHome;
  readonly profile: Profile;
  /** Undefined where it could not be decrypted, and stayed in the vault. */
  readonly password: string | null | undefined;
}

export function createRoster(parts: RosterParts): Roster {
  const saved: ProfileHome = { profiles: parts.profiles, vault: parts.vault };
  const demo: ProfileHome = {
    profiles: createMemoryProfiles(),
    vault: createSessionVault('the demo fleet ends with the app'),
  };
  const removed = new Map<string, Removed>();
  const changes = createTopic<RosterChange>();
  const inTurn = createTurns();
  let known: readonly Profile[] = [];
  let writing = false;

  const list = (): readonly Profile[] => [...saved.profiles.list(), ...demo.profiles.list()];
  const homeOf = (id: string): ProfileHome | undefined =>
    [demo, saved].find(({ profiles }) => profiles.get(id) !== undefined);
  const requireHome = (id: string): ProfileHome => {
    const home = homeOf(id);
    if (home) return home;
    throw noSuchProfile(id);
  };
  const tell = (passwordChanged: readonly string[]): void => {
    const before = known;
    known = list();
    const change = compareProfiles(before, known, passwordChanged);
    if (change !== null) changes.publish(change);
  };
  /** One after the other, and told of when profile and password are both where they belong. */
  const write = <T extends Profile | null>(
    task: () => Promise<{ result: T; passwordChanged?: boolean }>,
  ): Promise<T> =>
    inTurn('roster', async () => {
      writing = true;
      let passwordChanged: string[] = [];
      try {
        const done = await task();
        if (done.passwordChanged && done.result !== null) passwordChanged = [done.result.id];
        return done.result;
      } finally {
        writing = false;
        tell(passwordChanged);
      }
    });
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
  const entry = async (profile: Profile): Promise<ProfileEntry> => {
    const home = homeOf(profile.id) ?? saved;
    return {
      ...profile,
      savedPassword: home.vault.state(profile.id, profile),
      stockCredentials: await hasStockCredentials(home, profile),
      demo: home === demo,
    };
  };

  known = list();
  parts.profiles.onChange(() => {
    if (!writing) tell([]);
  });
  return {
    list,
    get: (id) => homeOf(id)?.profiles.get(id),
    entry,
    entries: () => Promise.all(list().map(entry)),
    passwordFor: async (id, place) => (await homeOf(id)?.vault.get(id, place)) ?? null,
    save: ({ id, draft, password }) =>
      write(async () => {
        const { profiles, vault } = id === undefined ? saved : requireHome(id);
        requireFreeName(list(), draft.name, id);
        const before = id === undefined ? undefined : profiles.get(id);
        if (before && password === undefined) requireStaying(vault, before, draft);
        const profile = before
          ? await profiles.update(before.id, draft)
          : await profiles.add(draft);
        if (password === undefined) return { result: profile };
        await orTakeBack(
          () => vault.set(profile.id, password, profile),
          () => (before ? profiles.update(before.id, before) : profiles.remove(profile.id)),
        );
        return { result: profile, passwordChanged: true };
      }),
    async remove(id) {
      await write(async () => {
        const home = requireHome(id);
        // A keychain that is locked is no reason to keep the profile; the password stays in it meanwhile.
        const before = home.profiles.get(id);
        const password = before && (await home.vault.get(id, before).catch(() => undefined));
        const profile = await home.profiles.remove(id);
        await orTakeBack(
          async () => {
            if (password !== undefined) await home.vault.delete(id);
          },
          () => home.profiles.restore(profile),
        );
        removed.set(id, { home, profile, password });
        return { result: null };
      });
    },
    restore: (id) =>
      write(async () => {
        const found = removed.get(id);
        if (found === undefined) throw noSuchProfile(id);
        const { home, profile, password } = found;
        requireFreeName(list(), profile.name, id);
        await home.profiles.restore(profile);
        await orTakeBack(
          async () => {
            if (typeof password === 'string') await home.vault.set(id, password, profile);
          },
          () => home.profiles.remove(id),
        );
        removed.delete(id);
        return { result: profile };
      }),
    forgetRemoved: () =>
      inTurn('roster', async () => {
        const ids = [...removed.keys()];
        for (const [id, { home, password }] of removed) {
          removed.delete(id);
          if (password === undefined) await home.vault.delete(id);
        }
        return ids;
      }),
    addDemo: (draft, password) =>
      write(async () => {
        const name = freeName(list(), draft.name);
        const profile = await demo.profiles.add({ ...draft, name });
        await demo.vault.set(profile.id, password, profile);
        return { result: profile };
      }),
    async clearDemo() {
      const ids: string[] = [];
      await write(async () => {
        for (const [id, { home }] of removed) {
          if (home !== demo) continue;
          removed.delete(id);
          ids.push(id);
        }
        for (const { id } of demo.profiles.list()) {
          await demo.profiles.remove(id);
          await demo.vault.delete(id);
          ids.push(id);
        }
        return { result: null };
      });
      return ids;
    },
    listen: changes.listen,
  };
}

/** A saved password goes along to no other place. One that was for another place already stays where it is, and is asked for when it is needed. */
function requireStaying(vault: SecretVault, before: Profile, next: Place): void {
  const [now, then] = [before, next].map((place) => vault.state(before.id, place));
  if (now === 'here' && then === 'elsewhere') throw enteredForElsewhere();
}
