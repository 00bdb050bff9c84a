import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createRoster, type RosterChange } from '../../../../electron/core/roster/roster.ts';
import { openProfiles, type ProfileStore } from '../../../../electron/store/documents/profiles.ts';
import { openKeychainVault } from '../../../../electron/store/secrets/keychain-vault.ts';
import { type Profile, profileDraftSchema } from '../../../../shared/model/profile.ts';
import { keychain } from '../../store/secrets/keychain.ts';
import { namesTyped } from './profiles/names-typed.ts';

/** Of the test that runs. */
export let directory: string;
let stores: ProfileStore[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-console-roster-'));
  stores = [];
});
afterEach(async () => {
  for (const store of stores) store.close();
  await rm(directory, { recursive: true });
});

/** A roster on a keychain of its own, with what it tells. */
export async function setUp() {
  const cipher = keychain();
  const profiles = await openStore();
  const vault = await openKeychainVault(directory, cipher);
  const faults: string[] = [];
  const asked: (string | undefined)[] = [];
  const logFault = (what: string) => faults.push(what);
  const roster = createRoster({ profiles, vault, requireDeed: namesTyped(asked), logFault });
  const changes: RosterChange[] = [];
  roster.listen((change) => changes.push(change));
  return { roster, vault, keychain: cipher, changes, faults, asked };
}

/** The profiles of the directory as another process opens them; closed with the test. */
export async function openStore(): Promise<ProfileStore> {
  const { store } = await openProfiles(directory);
  stores.push(store);
  return store;
}

export const idOf = ({ id }: Profile) => id;

export const draft = (more: object = {}) =>
  profileDraftSchema.parse({ name: 'Madrid', host: 'a.example', user: 'ana', ...more });

/** What a new profile of this name is saved by. */
export const named = (name: string, more: object = {}) => ({ draft: draft({ name, ...more }) });
