import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { Place } from '../../../shared/model/place.ts';
import type { Profile, ProfileDraft } from '../../../shared/model/profile.ts';
import { mergeEdits } from '../../../shared/model/profile-merge.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import { createTopic } from '../../base/topic.ts';
import { createTurns } from '../../base/turns.ts';
import type { ProfileStore } from '../../store/documents/profiles.ts';
import { createSessionVault } from '../../store/secrets/session-vault.ts';
import type { SecretVault } from '../../store/secrets/vault.ts';
import { createMemoryProfiles, type ProfileShelf } from './memory-profiles.ts';
import { type EditRules, editedBy, type ProfileEdit } from './profile-edit.ts';
import { hasStockCredentials, type ProfileHome } from './profile-home.ts';
import { freeName, requireFreeName } from './profile-names.ts';
import { compareProfiles, type RosterChange } from './roster-change.ts';

export type { RosterChange } from './roster-change.ts';

export interface RosterParts {
  readonly profiles: ProfileStore;
  readonly vault: SecretVault;
  readonly requireChangeable: EditRules['requireChangeable'];
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
   * Adds without `id`, changes with it: what the draft changes of its `base` is merged with what changed elsewhere since. Without `password`
   * the saved one stays. Throws what an edit throws (`profile-edit.ts`).
   */
  save(edit: ProfileEdit): Promise<Profile>;
  /** Throws `read-only` and `confirmation-needed` for a production profile. */
  remove(removal: {
    readonly id: string;
    readonly confirmName?: string | undefined;
  }): Promise<void>;
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
    vault: createSessionVault('demo'),
  };
  const removed = new Map<string, Removed>();
  const changes = createTopic<RosterChange>();
  const inTurn = createTurns();
  let known: readonly Profile[] = [];
  let writing = false;

  const list = (): readonly Profile[] => [...saved.profiles.list(), ...demo.profiles.list()];
  const homeOf = (id: string): ProfileHome | undefined =>
    [demo, saved].find(({ profiles }) => profiles.get(id) !== undefined);
  const requireHome = (id: string): { home: ProfileHome; profile: Profile } => {
    const home = homeOf(id);
    const profile = home?.profiles.get(id);
    if (home && profile) return { home, profile };
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
    save: (edit) =>
      write(async () => {
        const { id, draft, password } = edit;
        requireFreeName(list(), draft.name, id);
        const { profiles, vault } = id === undefined ? saved : requireHome(id).home;
        const rules = { vault, requireChangeable: parts.requireChangeable };
        let before: Profile | null = null;
        const profile = await (id === undefined
          ? profiles.add(draft)
          : profiles.update(id, (present) => {
              before = present;
              return editedBy(edit, present, rules);
            }));
        if (password === undefined) return { result: profile };
        await orTakeBack(
          () => vault.set(profile.id, password, profile),
          () => takeBack(profiles, profile, before),
        );
        return { result: profile, passwordChanged: true };
      }),
    async remove({ id, confirmName }) {
      await write(async () => {
        const { home, profile: before } = requireHome(id);
        parts.requireChangeable(before, confirmName);
        // A keychain that is locked is no reason to keep the profile; the password stays in it meanwhile.
        const password = await home.vault.get(id, before).catch(() => undefined);
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

/** Undoes an edit, and nothing that was changed elsewhere since; a profile that was added goes. */
function takeBack(profiles: ProfileShelf, edited: Profile, before: Profile | null) {
  return before === null
    ? profiles.remove(edited.id)
    : profiles.update(edited.id, (present) => mergeEdits(edited, before, present).merged);
}
