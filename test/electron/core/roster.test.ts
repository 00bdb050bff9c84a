import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRoster, type RosterChange } from '../../../electron/core/roster.ts';
import { openProfiles, type ProfileStore } from '../../../electron/store/documents/profiles.ts';
import { type Cipher, openKeychainVault } from '../../../electron/store/secrets/secrets.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';

let directory: string;
let stores: ProfileStore[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-console-roster-'));
  stores = [];
});
afterEach(async () => {
  for (const store of stores) store.close();
  await rm(directory, { recursive: true });
});

/** A keychain that can be locked. */
async function setUp() {
  const keychain = { locked: false };
  const requireUnlocked = () => {
    if (keychain.locked) throw new Error('locked');
  };
  const cipher: Cipher = {
    backend: 'test',
    async encrypt(text) {
      requireUnlocked();
      return Buffer.from(text).reverse();
    },
    async decrypt(bytes) {
      requireUnlocked();
      return Buffer.from(bytes).reverse().toString();
    },
  };
  const profiles = await openStore();
  const vault = await openKeychainVault(directory, cipher);
  const faults: string[] = [];
  const roster = createRoster({ profiles, vault, logFault: (what) => faults.push(what) });
  const changes: RosterChange[] = [];
  roster.listen((change) => changes.push(change));
  return { roster, vault, keychain, changes, faults };
}

async function openStore(): Promise<ProfileStore> {
  const { store } = await openProfiles(directory);
  stores.push(store);
  return store;
}

const draft = (more: object = {}) =>
  profileDraftSchema.parse({ name: 'Madrid', host: 'a.example', user: 'ana', ...more });

describe('saving a profile', () => {
  it('is told of once, with profile and password both in place', async () => {
    const { roster, changes } = await setUp();
    let passwordThen: Promise<string | null> | undefined;
    roster.listen(({ added }) => {
      passwordThen = roster.passwordOf(added[0]?.id ?? '');
    });
    const profile = await roster.save({ draft: draft(), password: 'secret' });
    expect(changes).toEqual([
      { added: [profile], edited: [], removed: [], passwordChanged: [profile.id] },
    ]);
    expect(await passwordThen).toBe('secret');
  });

  it('leaves no profile where its password cannot be kept', async () => {
    const { roster, keychain, changes } = await setUp();
    keychain.locked = true;
    await expect(roster.save({ draft: draft(), password: 'secret' })).rejects.toMatchObject({
      code: 'secrets-unavailable',
    });
    expect(roster.list()).toEqual([]);
    expect(changes).toEqual([]);
  });

  it('leaves an edited profile as it was where the new password cannot be kept', async () => {
    const { roster, keychain, faults } = await setUp();
    const before = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    const edit = { id: before.id, draft: draft({ host: 'b.example' }), password: 'new' };
    await expect(roster.save(edit)).rejects.toMatchObject({ code: 'secrets-unavailable' });
    keychain.locked = false;
    expect(roster.list()).toEqual([before]);
    expect(await roster.passwordOf(before.id)).toBe('secret');
    expect(faults).toEqual([]);
  });

  it('without a password keeps the saved one, and tells whether one changed', async () => {
    const { roster, changes } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    await roster.save({ id, draft: draft({ host: 'b.example' }) });
    await roster.save({ id, draft: draft({ host: 'b.example' }), password: 'new' });
    await roster.save({ id, draft: draft({ host: 'b.example' }) });
    expect(
      changes.slice(1).map(({ edited, passwordChanged }) => [edited.length, passwordChanged]),
    ).toEqual([
      [1, []],
      [0, [id]],
    ]);
    expect(await roster.passwordOf(id)).toBe('new');
  });

  it('of a profile that is not there is refused', async () => {
    const { roster } = await setUp();
    const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
    await expect(roster.save({ id, draft: draft() })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('under the name of one of the demo fleet is refused too', async () => {
    const { roster } = await setUp();
    await roster.addDemo(draft({ name: 'Demo' }), 'x');
    await expect(roster.save({ draft: draft({ name: 'demo' }) })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { field: 'name' },
    });
  });
});

describe('a removed profile', () => {
  it('comes back with its password, which is in no file meanwhile', async () => {
    const { roster, vault } = await setUp();
    const profile = await roster.save({ draft: draft(), password: 'secret' });
    await roster.remove(profile.id);
    expect(vault.has(profile.id)).toBe(false);
    expect(await roster.restore(profile.id)).toEqual(profile);
    expect(await roster.passwordOf(profile.id)).toBe('secret');
  });

  it('of a keychain that is locked just now comes back too', async () => {
    const { roster, keychain } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    await roster.remove(id);
    await roster.restore(id);
    keychain.locked = false;
    expect(await roster.passwordOf(id)).toBe('secret');
  });

  it('does not come back under a name that is taken by now', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    await roster.remove(id);
    await roster.save({ draft: draft({ name: 'MADRID' }) });
    await expect(roster.restore(id)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is gone for good once it is forgotten, from the keychain too', async () => {
    const { roster, keychain, vault } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    await roster.remove(id);
    expect(await roster.forgetRemoved()).toEqual([id]);
    expect(vault.has(id)).toBe(false);
    await expect(roster.restore(id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what the renderer sees of a profile', () => {
  it('says that there is a password also while the keychain is locked', async () => {
    const { roster, keychain } = await setUp();
    await roster.save({ draft: draft({ user: 'admin' }), password: 'admin' });
    expect(await roster.entries()).toMatchObject([{ hasPassword: true, stockCredentials: true }]);
    keychain.locked = true;
    expect(await roster.entries()).toMatchObject([{ hasPassword: true, stockCredentials: false }]);
  });
});

describe('a profile that another process adds', () => {
  it('is told of', async () => {
    const { roster } = await setUp();
    const told = new Promise<RosterChange>((resolve) => roster.listen(resolve));
    const added = await (await openStore()).add(draft());
    expect((await told).added).toEqual([added]);
    expect(roster.get(added.id)).toEqual(added);
  });
});
