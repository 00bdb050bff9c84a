import { afterEach } from 'vitest';
import { createRoster, type RosterChange } from '../../../../../electron/core/roster/roster.ts';
import {
  openProfiles,
  type ProfileStore,
} from '../../../../../electron/store/documents/profiles.ts';
import { openKeychainVault } from '../../../../../electron/store/secrets/keychain-vault.ts';
import { toErrorValue } from '../../../../../shared/errors.ts';
import { type Profile, profileDraftSchema } from '../../../../../shared/model/profile.ts';
import type { OwnSettings } from '../../../../../shared/model/stored-profile.ts';
import { keychain } from '../../../store/secrets/keychain.ts';
import { temporaryDirectory } from '../../../store/temporary-directory.ts';
import { namesTyped } from '../profiles/names-typed.ts';

const stores: ProfileStore[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

export async function setUp() {
  const directory = temporaryDirectory();
  const openStore = async (): Promise<ProfileStore> => {
    const { store } = await openProfiles(directory);
    stores.push(store);
    return store;
  };
  const cipher = keychain();
  const vault = await openKeychainVault(directory, cipher);
  const roster = createRoster({
    profiles: await openStore(),
    vault,
    requireDeed: namesTyped(),
    logFault: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  const changes: RosterChange[] = [];
  roster.listen((change) => changes.push(change));
  const password = (profile: Profile) =>
    roster.passwordFor(profile.id, roster.get(profile.id) ?? profile).catch(toErrorValue);
  const told = () => new Promise<void>((resolve) => roster.listen(() => resolve()));
  return { roster, vault, cipher, changes, password, openStore, told };
}

export const plain = { parentId: null, colour: 'none', kept: true } as const;

export const folder = (settings: OwnSettings, name = 'EU') => ({ ...plain, name, settings });

export const draft = (more: object = {}) =>
  profileDraftSchema.parse({
    name: 'a',
    host: 'a.example',
    user: 'ana',
    folder: 'EU',
    ...more,
  });

export const ana = { user: 'ana' };

/** A folder with a password, and two profiles that have it from there. */
export async function withTwo() {
  const parts = await setUp();
  const { roster } = parts;
  const eu = await roster.saveFolder({ draft: folder(ana), password: 'shared' });
  const a = await roster.save({ draft: draft() });
  const b = await roster.save({ draft: draft({ name: 'b', host: 'b.example' }) });
  return { ...parts, eu, a, b };
}
