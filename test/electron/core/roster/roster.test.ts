import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createRoster,
  type Roster,
  type RosterChange,
} from '../../../../electron/core/roster/roster.ts';
import { openProfiles, type ProfileStore } from '../../../../electron/store/documents/profiles.ts';
import { openKeychainVault } from '../../../../electron/store/secrets/keychain-vault.ts';
import { toErrorValue } from '../../../../shared/errors.ts';
import { type Profile, profileDraftSchema } from '../../../../shared/model/profile.ts';
import { keychain } from '../../store/secrets/keychain.ts';
import { namesTyped } from './names-typed.ts';

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

async function setUp() {
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

async function openStore(): Promise<ProfileStore> {
  const { store } = await openProfiles(directory);
  stores.push(store);
  return store;
}

const idOf = ({ id }: Profile) => id;

const draft = (more: object = {}) =>
  profileDraftSchema.parse({ name: 'Madrid', host: 'a.example', user: 'ana', ...more });

describe('saving a profile', () => {
  it('is told of once, with profile and password both in place', async () => {
    const { roster, changes } = await setUp();
    let passwordThen: Promise<string | null> | undefined;
    roster.listen(({ added }) => {
      passwordThen = roster.passwordFor(added[0]?.id ?? '', draft());
    });
    const profile = await roster.save({ draft: draft(), password: 'secret' });
    expect(changes).toEqual([
      {
        added: [profile],
        edited: [],
        removed: [],
        passwordChanged: [profile],
        restated: [],
      },
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
    expect(await roster.passwordFor(before.id, draft())).toBe('secret');
    expect(faults).toEqual([]);
  });

  it('without a password keeps the saved one, and tells whether one changed', async () => {
    const { roster, changes } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    await roster.save({ id, draft: draft({ folder: 'eu' }) });
    await roster.save({ id, draft: draft({ folder: 'eu' }), password: 'new' });
    await roster.save({ id, draft: draft({ folder: 'eu' }) });
    expect(
      changes
        .slice(1)
        .map(({ edited, passwordChanged }) => [edited.length, passwordChanged.map(idOf)]),
    ).toEqual([
      [1, []],
      [0, [id]],
    ]);
    expect(await roster.passwordFor(id, draft())).toBe('new');
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

describe('a saved password', () => {
  it.each<[string, object]>([
    ['host', { host: 'b.example' }],
    ['port', { port: 9091 }],
    ['way', { transport: 'udp' }],
    ['UDP port', { udpPort: 9900 }],
    ['user', { user: 'eva' }],
    ['way by SSH', { transport: 'ssh', sshDestination: 'jump.example' }],
  ])(
    'is asked for again where a save changes the %s, and nothing is changed before',
    async (_, more) => {
      const { roster, changes } = await setUp();
      const before = await roster.save({ draft: draft(), password: 'secret' });
      const { id } = before;
      const moved = draft(more);
      await expect(roster.save({ id, draft: moved })).rejects.toMatchObject({
        code: 'password-needed-again',
      });
      expect(roster.list()).toEqual([before]);
      expect(changes).toHaveLength(1);
      await roster.save({ id, draft: moved, password: 'again' });
      expect(await roster.passwordFor(id, moved)).toBe('again');
      await expect(roster.passwordFor(id, draft())).rejects.toMatchObject({
        code: 'password-needed-again',
      });
    },
  );

  it('goes along where a save only writes the host another way', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    const written = draft({ host: 'A.Example.', name: 'Toledo' });
    await roster.save({ id, draft: written });
    expect(await roster.passwordFor(id, written)).toBe('secret');
  });

  it('is none to be asked for where none was saved', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    await roster.save({ id, draft: draft({ host: 'b.example' }) });
    expect(await roster.entries()).toMatchObject([{ savedPassword: 'none' }]);
  });

  it('stays behind where another process points the profile elsewhere, also over a removal', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    const moved = draft({ host: 'evil.example' });
    const told = new Promise((resolve) => roster.listen(resolve));
    await (await openStore()).update(id, () => moved);
    await told;
    expect(await roster.entries()).toMatchObject([{ savedPassword: 'elsewhere' }]);
    await roster.remove({ id });
    await roster.restore(id);
    await expect(roster.passwordFor(id, moved)).rejects.toMatchObject({
      code: 'password-needed-again',
    });
    await roster.save({ id, draft: draft() });
    expect(await roster.passwordFor(id, draft())).toBe('secret');
  });
});

describe('an edit of a profile that was changed elsewhere since it began', () => {
  it('keeps what it does not touch', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    const base = draft();
    await (await openStore()).update(id, () => draft({ folder: 'eu', pollSeconds: 5 }));
    const saved = await roster.save({ id, base, draft: draft({ name: 'Toledo' }) });
    expect(saved).toEqual({ id, ...draft({ name: 'Toledo', folder: 'eu', pollSeconds: 5 }) });
    expect(roster.list()).toEqual([saved]);
  });

  it('is answered with both values of what both changed, and nothing is saved', async () => {
    const { roster, changes } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    const base = draft();
    const theirs = await roster.save({ id, base, draft: draft({ folder: 'eu', pollSeconds: 5 }) });
    const mine = draft({ folder: 'us', name: 'Toledo' });
    const error = await roster.save({ id, base, draft: mine }).catch(toErrorValue);
    expect(error).toMatchObject({
      code: 'edited-elsewhere',
      detail: { name: theirs.name, conflicts: [{ field: 'folder', mine: 'us', theirs: 'eu' }] },
    });
    expect(roster.list()).toEqual([theirs]);
    expect(changes).toHaveLength(2);
    const decided = await roster.save({ id, base: theirs, draft: { ...mine, pollSeconds: 5 } });
    expect(decided).toEqual({ id, ...mine, pollSeconds: 5 });
  });

  it('puts no password that was typed for one address with another', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    await (await openStore()).update(id, () => draft({ host: 'evil.example' }));
    const edit = { id, base: draft(), draft: draft(), password: 'secret' };
    await expect(roster.save(edit)).rejects.toMatchObject({ code: 'edited-elsewhere' });
    expect(await roster.entries()).toMatchObject([{ savedPassword: 'none' }]);
  });

  it('takes back only what it did itself where its password cannot be kept', async () => {
    const { roster, keychain } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    const store = await openStore();
    const edit = { id, base: draft(), draft: draft({ name: 'Toledo' }), password: 'secret' };
    // While the password is on its way into the keychain, another process edits.
    keychain.encrypt = async () => {
      await store.update(id, (present) => ({ ...present, folder: 'eu' }));
      throw new Error('locked');
    };
    await expect(roster.save(edit)).rejects.toMatchObject({ code: 'secrets-unavailable' });
    expect(roster.list()).toEqual([{ id, ...draft({ folder: 'eu' }) }]);
  });
});

describe('a production profile', () => {
  it.each<[string, (roster: Roster, id: string, confirmName?: string) => Promise<unknown>]>([
    ['be removed', (roster, id, confirmName) => roster.remove({ id, confirmName })],
    [
      'become another',
      (roster, id, confirmName) =>
        roster.save({ id, draft: draft({ environment: 'staging' }), confirmName }),
    ],
  ])('wants its name typed to %s', async (_, act) => {
    const { roster, asked } = await setUp();
    const profile = await roster.save({ draft: draft({ environment: 'production' }) });
    await expect(act(roster, profile.id)).rejects.toMatchObject({ code: 'confirmation-needed' });
    expect(roster.list()).toEqual([profile]);
    await act(roster, profile.id, 'Madrid');
    expect(asked).toEqual([undefined, 'Madrid']);
    expect(roster.list()).not.toEqual([profile]);
  });

  it('is edited without it as long as it remains one, and becomes one without it', async () => {
    const { roster, asked } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    await roster.save({ id, draft: draft({ environment: 'production' }) });
    await roster.save({ id, draft: draft({ environment: 'production', folder: 'eu' }) });
    expect(asked).toEqual([]);
  });
});

describe('a removed profile', () => {
  it('comes back with its password, which is in no file meanwhile', async () => {
    const { roster, vault } = await setUp();
    const profile = await roster.save({ draft: draft(), password: 'secret' });
    await roster.remove(profile);
    expect(vault.state(profile.id, profile)).toBe('none');
    expect(await roster.restore(profile.id)).toEqual(profile);
    expect(await roster.passwordFor(profile.id, draft())).toBe('secret');
  });

  it('of a keychain that is locked just now comes back too', async () => {
    const { roster, keychain } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    await roster.remove({ id });
    await roster.restore(id);
    keychain.locked = false;
    expect(await roster.passwordFor(id, draft())).toBe('secret');
  });

  it('does not come back under a name that is taken by now', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ draft: draft() });
    await roster.remove({ id });
    await roster.save({ draft: draft({ name: 'MADRID' }) });
    await expect(roster.restore(id)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is gone for good once it is forgotten, from the keychain too', async () => {
    const { roster, keychain, vault } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    await roster.remove({ id });
    expect(await roster.forgetRemoved()).toEqual([id]);
    expect(vault.state(id, draft())).toBe('none');
    await expect(roster.restore(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that came back another way is no removed one any more, and keeps its password', async () => {
    const { roster, keychain } = await setUp();
    const { id } = await roster.save({ draft: draft(), password: 'secret' });
    keychain.locked = true;
    await roster.remove({ id });
    keychain.locked = false;
    const [copy] = await roster.copies.list();
    const choice = { ids: [id], removeNewer: false };
    await roster.copies.restore({ savedAt: copy?.savedAt ?? 0, choice });
    expect(await roster.forgetRemoved()).toEqual([]);
    expect(await roster.passwordFor(id, draft())).toBe('secret');
  });
});

describe('what the renderer sees of a profile', () => {
  it('says what there is of a password also while the keychain is locked', async () => {
    const { roster, keychain } = await setUp();
    await roster.save({ draft: draft({ user: 'admin' }), password: 'admin' });
    expect(await roster.entries()).toMatchObject([
      { savedPassword: 'here', stockCredentials: true },
    ]);
    keychain.locked = true;
    expect(roster.entries()).toMatchObject([{ savedPassword: 'here', stockCredentials: true }]);
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

const named = (name: string, more: object = {}) => ({ draft: draft({ name, ...more }) });

describe('what is asked for many', () => {
  it('is one write and one notice', async () => {
    const { roster, changes } = await setUp();
    const edits = ['a', 'b', 'c'].map((name) => ({ ...named(name), password: `of ${name}` }));
    const saved = await roster.saveAll(edits);
    expect(saved.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(changes).toHaveLength(1);
    const ids = saved.map(idOf);
    expect(await roster.passwordFor(ids[1] ?? '', draft())).toBe('of b');
    await roster.editAll({ ids, set: { folder: 'eu', pollSeconds: 9 }, addTags: 'mail' });
    expect(roster.list()).toMatchObject(ids.map((id) => ({ id, folder: 'eu', tags: 'mail' })));
    await roster.removeAll(ids.map((id) => ({ id })));
    expect(roster.list()).toEqual([]);
    await roster.restoreAll(ids);
    expect(roster.list()).toMatchObject(ids.map((id) => ({ id, pollSeconds: 9 })));
    expect(await roster.passwordFor(ids[2] ?? '', draft())).toBe('of c');
    expect(changes).toHaveLength(4);
  });

  it('is done for none of them where it cannot be done for one', async () => {
    const { roster, keychain, changes } = await setUp();
    const edits = [{ ...named('a'), password: 'x' }, named('A')];
    await expect(roster.saveAll(edits)).rejects.toMatchObject({ code: 'invalid-input' });
    keychain.locked = true;
    await expect(roster.saveAll(edits.slice(0, 1))).rejects.toMatchObject({
      code: 'secrets-unavailable',
    });
    expect(roster.list()).toEqual([]);
    expect(changes).toEqual([]);
  });

  it('adds tags to those that each has, and takes others away', async () => {
    const { roster } = await setUp();
    const a = await roster.save(named('a', { tags: 'mail, Old' }));
    const b = await roster.save(named('b', { tags: 'dns' }));
    await roster.editAll({
      ids: [a.id, b.id],
      set: {},
      addTags: 'eu, Mail',
      removeTags: 'old, dns',
    });
    expect(roster.list().map(({ tags }) => tags)).toEqual(['Mail, eu', 'eu, Mail']);
  });

  it('takes no production profile out of its class, nor removes it', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save(named('a', { environment: 'production' }));
    const edit = { ids: [id], set: { environment: 'staging' } as const };
    await expect(roster.editAll(edit)).rejects.toMatchObject({ code: 'confirmation-needed' });
    await expect(roster.removeAll([{ id }])).rejects.toMatchObject({ code: 'confirmation-needed' });
  });
});

describe('a production profile', () => {
  const plain = { parentId: null, colour: 'none', kept: true } as const;

  it('does not lose its class by what its folder says, or by another folder', async () => {
    const { roster } = await setUp();
    await roster.saveFolder({
      draft: { ...plain, name: 'EU', settings: { environment: 'production' } },
    });
    const own = await roster.save(named('a', { environment: 'production' }));
    const inherited = await roster.save(named('b', { environment: 'production', folder: 'EU' }));
    const refused = { code: 'confirmation-needed' };
    const base = { ...draft({ name: 'a', environment: 'production' }) };
    for (const edit of [
      () => roster.editAll({ ids: [own.id], set: {}, inherit: ['environment'] }),
      () => roster.editAll({ ids: [inherited.id], set: { folder: 'Other' }, inherit: [] }),
      () => roster.saveAll([{ id: own.id, base, draft: base, own: ['user'] }]),
    ]) {
      await expect(edit()).rejects.toMatchObject(refused);
    }
    expect(roster.list().map(({ environment }) => environment)).toEqual([
      'production',
      'production',
    ]);
  });

  it('comes back as it was, whatever its folder says by now', async () => {
    const { roster } = await setUp();
    const settings = { environment: 'production', user: 'boss' } as const;
    const folder = await roster.saveFolder({ draft: { ...plain, name: 'EU', settings } });
    const filled = draft({ name: 'a', environment: 'production', user: 'boss', folder: 'EU' });
    const { id } = await roster.save({ draft: filled });
    const before = roster.get(id);
    await roster.remove({ id, confirmName: 'a' });
    await roster.saveFolder({
      id: folder.id,
      draft: { ...plain, name: 'EU', settings: { port: 8 } },
    });
    expect(await roster.restore(id)).toEqual(before);
    expect(roster.get(id)).toEqual(before);
  });
});

describe('a saved password', () => {
  it('does not go elsewhere by what the folder of its profile says', async () => {
    const { roster } = await setUp();
    const { id } = await roster.save({ ...named('a', { port: 7777 }), password: 'x' });
    const inherit = roster.editAll({ ids: [id], set: {}, inherit: ['port'] });
    await expect(inherit).rejects.toMatchObject({ code: 'password-needed-again' });
    expect(roster.get(id)?.port).toBe(7777);
  });
});

describe('a folder', () => {
  const plain = { parentId: null, colour: 'none', kept: true } as const;

  it('says at once what holds for all in it that do not say otherwise', async () => {
    const { roster, changes } = await setUp();
    const a = await roster.save({ draft: draft({ name: 'a', folder: 'Europe' }) });
    const b = await roster.save({ draft: draft({ name: 'b', folder: 'Europe', pollSeconds: 2 }) });
    const [europe] = roster.folders();
    await roster.saveFolder({
      id: europe?.id,
      draft: { ...plain, name: 'EU', settings: { pollSeconds: 30 } },
    });
    expect(roster.get(a.id)).toMatchObject({ folder: 'EU', pollSeconds: 30 });
    expect(roster.get(b.id)).toMatchObject({ folder: 'EU', pollSeconds: 2 });
    expect(roster.entries().map(({ sources }) => sources.pollSeconds)).toEqual([europe?.id, 'own']);
    expect(changes.at(-1)?.edited).toHaveLength(2);
    await roster.editAll({ ids: [b.id], set: {}, inherit: ['pollSeconds'] });
    expect(roster.get(b.id)).toMatchObject({ pollSeconds: 30 });
  });

  it('tells where a value comes from now also where it is the same', async () => {
    const { roster, changes } = await setUp();
    const { id } = await roster.save({ draft: draft({ folder: 'Europe' }) });
    await roster.save({ id, draft: draft({ folder: 'Europe' }), own: ['user', 'port'] });
    expect(changes.at(-1)).toMatchObject({ edited: [], restated: [{ id }] });
  });

  it('takes no production profile in it out of its class', async () => {
    const { roster } = await setUp();
    const settings = { environment: 'production' } as const;
    const folder = await roster.saveFolder({ draft: { ...plain, name: 'EU', settings } });
    await roster.save({ draft: draft({ folder: 'EU', environment: 'production' }) });
    const edit = { ...plain, name: 'EU', settings: {} };
    await expect(roster.saveFolder({ id: folder.id, draft: edit })).rejects.toMatchObject({
      code: 'confirmation-needed',
    });
    expect(roster.list()).toMatchObject([{ environment: 'production' }]);
  });

  it('is told of when it changes, and is there for whoever opens the file next', async () => {
    const { roster } = await setUp();
    const told: unknown[] = [];
    roster.onFolders((change) => told.push(change));
    const folder = await roster.saveFolder({ draft: { ...plain, name: 'EU', settings: {} } });
    expect((await openStore()).folders()).toEqual([folder]);
    await roster.removeFolder(folder.id);
    expect(told).toEqual([
      { changed: [folder], removed: [] },
      { changed: [], removed: [folder.id] },
    ]);
  });
});
