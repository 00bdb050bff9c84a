import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRoster, type RosterChange } from '../../../../electron/core/roster/roster.ts';
import { openProfiles, type ProfileStore } from '../../../../electron/store/documents/profiles.ts';
import { folderPlace } from '../../../../electron/store/secrets/folder-place.ts';
import { openKeychainVault } from '../../../../electron/store/secrets/keychain-vault.ts';
import { toErrorValue } from '../../../../shared/errors.ts';
import { type Profile, profileDraftSchema } from '../../../../shared/model/profile.ts';
import type { OwnSettings } from '../../../../shared/model/stored-profile.ts';
import { someError } from '../../../support/facts.ts';
import { keychain } from '../../store/secrets/keychain.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { namesTyped } from './names-typed.ts';

let stores: ProfileStore[];
beforeEach(() => {
  stores = [];
});
afterEach(() => {
  for (const store of stores) store.close();
});

async function setUp() {
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

const plain = { parentId: null, colour: 'none', kept: true } as const;

const folder = (settings: OwnSettings, name = 'EU') => ({ ...plain, name, settings });

const draft = (more: object = {}) =>
  profileDraftSchema.parse({
    name: 'a',
    host: 'a.example',
    user: 'ana',
    folder: 'EU',
    ...more,
  });

const ana = { user: 'ana' };

/** A folder with a password, and two profiles that have it from there. */
async function withTwo() {
  const parts = await setUp();
  const { roster } = parts;
  const eu = await roster.saveFolder({ draft: folder(ana), password: 'shared' });
  const a = await roster.save({ draft: draft() });
  const b = await roster.save({ draft: draft({ name: 'b', host: 'b.example' }) });
  return { ...parts, eu, a, b };
}

describe('the password of a folder', () => {
  it('is that of every profile that inherits its user, those that come later too', async () => {
    const { roster, password, eu, a, b } = await withTwo();
    expect(await Promise.all([a, b].map(password))).toEqual(['shared', 'shared']);
    expect(roster.entries()).toMatchObject([
      { savedPassword: 'here', passwordFrom: eu.id },
      { savedPassword: 'here', passwordFrom: eu.id },
    ]);
    expect(roster.folders()).toMatchObject([{ savedPassword: 'here' }]);
  });

  it('is that of profiles that were in it before, where somebody says so', async () => {
    const { roster, changes, password } = await setUp();
    const eu = await roster.saveFolder({ draft: folder(ana) });
    const a = await roster.save({ draft: draft() });
    const own = await roster.save({ draft: draft({ name: 'b' }), password: 'mine' });
    const other = await roster.save({ draft: draft({ name: 'c', user: 'eva' }) });
    const unsaid = await roster.save({ draft: draft({ name: 'd' }) });
    const newHeirs = [a, own, other].map(({ id }) => id);
    await roster.saveFolder({ id: eu.id, draft: folder(ana), password: 'shared', newHeirs });
    expect(changes.at(-1)?.passwordChanged.map(({ id }) => id)).toEqual([a.id]);
    const four = [a, own, other, unsaid];
    expect(await Promise.all(four.map(password))).toEqual(['shared', 'mine', null, null]);
  });

  it('changes and goes for all that have it, and for no other, by one write', async () => {
    const { roster, vault, password, eu, a, b } = await withTwo();
    const own = await roster.save({ draft: draft({ name: 'c' }), password: 'mine' });
    let writes = 0;
    const { setAll } = vault;
    vault.setAll = (...args) => {
      writes += 1;
      return setAll(...args);
    };
    await roster.saveFolder({ id: eu.id, draft: folder(ana), password: 'next' });
    expect(await Promise.all([a, b, own].map(password))).toEqual(['next', 'next', 'mine']);
    await roster.saveFolder({ id: eu.id, draft: folder(ana), password: null });
    expect(await Promise.all([a, b, own].map(password))).toEqual([null, null, 'mine']);
    expect(writes).toBe(2);
    expect(roster.folders()[0]).not.toHaveProperty('savedPassword');
  });

  it('goes to no other address by itself, and to one where somebody says so', async () => {
    const { roster, password, a } = await withTwo();
    const again = { code: 'password-needed-again' };
    for (const more of [{ host: 'c.example' }, { port: 9091 }, { transport: 'udp' }]) {
      const edit = { id: a.id, draft: draft(more) };
      await expect(roster.save(edit)).rejects.toMatchObject(again);
    }
    await expect(roster.editAll({ ids: [a.id], set: { port: 9091 } })).rejects.toMatchObject(again);
    expect(await password(a)).toBe('shared');
    expect(roster.get(a.id)).toMatchObject({ host: 'a.example', port: 9090 });
    await roster.save({ id: a.id, draft: draft({ host: 'c.example' }), password: null });
    expect(await password(a)).toBe('shared');
    expect(roster.entries()[0]).toHaveProperty('passwordFrom');
  });

  it('follows a profile into another folder, and to where a folder in it says', async () => {
    const { roster, password, eu, a } = await withTwo();
    await roster.saveFolder({ draft: { ...folder({ port: 9091 }, 'Inner'), parentId: eu.id } });
    await roster.editAll({ ids: [a.id], set: { folder: 'EU/Inner' }, inherit: ['port'] });
    expect(roster.get(a.id)).toMatchObject({ folder: 'EU/Inner', port: 9091 });
    expect(await password(a)).toBe('shared');
    const elsewhere = draft({ folder: 'EU', host: 'c.example' });
    await expect(roster.save({ id: a.id, draft: elsewhere })).rejects.toMatchObject({
      code: 'password-needed-again',
    });
    const us = await roster.saveFolder({ draft: folder({ user: 'bob' }, 'US'), password: 'other' });
    await roster.editAll({ ids: [a.id], set: { folder: 'US' }, inherit: ['user'] });
    expect(await password(a)).toBe('other');
    expect(roster.entries()[0]).toMatchObject({ passwordFrom: us.id });
    await roster.editAll({ ids: [a.id], set: { folder: 'EU' }, inherit: ['user'] });
    expect(roster.entries()[0]).toMatchObject({ passwordFrom: eu.id });
  });

  it('follows what the folder says of the way for those that are named, and back again', async () => {
    const { roster, password, eu, a, b } = await withTwo();
    const ssh = { ...ana, transport: 'ssh', sshDestination: 'jump.example' } as const;
    const edit = { id: eu.id, draft: folder(ssh), newHeirs: [a.id] };
    const { undo = '' } = await roster.saveFolder(edit);
    expect(roster.get(b.id)?.transport).toBe('ssh');
    const again = expect.objectContaining({ code: 'password-needed-again' });
    expect(await Promise.all([a, b].map(password))).toEqual(['shared', again]);
    await roster.undoFolder(undo);
    expect(roster.get(a.id)?.transport).toBe('auto');
    expect(await Promise.all([a, b].map(password))).toEqual(['shared', 'shared']);
  });

  it('is sealed for no profile that another program puts there or points elsewhere', async () => {
    const { roster, password, openStore, told, eu, a, b } = await withTwo();
    const store = await openStore();
    let told1 = told();
    await store.update(a.id, (present) => ({ ...present, host: 'evil.example' }));
    await told1;
    told1 = told();
    const evil = await store.add(draft({ name: 'evil', host: 'evil.example' }));
    await told1;
    expect(await password(a)).toMatchObject({ code: 'password-needed-again' });
    expect(await password(evil)).toBeNull();
    // Neither an edit of something else nor one of the folder gives it to them.
    await roster.editAll({ ids: [a.id, evil.id], set: { notes: 'x', pollSeconds: 5 } });
    await roster.save({ id: evil.id, draft: { ...evil, port: 9092 } });
    await roster.saveFolder({ id: eu.id, draft: folder(ana), password: 'shared' });
    expect(await password(a)).toMatchObject({ code: 'password-needed-again' });
    expect(await password(evil)).toBeNull();
    expect(await password(b)).toBe('shared');
    await roster.save({ id: a.id, draft: roster.get(a.id) ?? draft(), password: null });
    expect(await password(a)).toBe('shared');
  });

  it('gives way to one of its own, until the profile inherits again', async () => {
    const { roster, password, eu, a } = await withTwo();
    await roster.save({ id: a.id, draft: draft(), password: 'mine' });
    expect(roster.entries()[0]).not.toHaveProperty('passwordFrom');
    await roster.saveFolder({ id: eu.id, draft: folder(ana), password: 'next' });
    expect(await password(a)).toBe('mine');
    await roster.editAll({ ids: [a.id], set: {}, password: null });
    expect(await password(a)).toBe('next');
  });

  it('is that of its user: another takes none over, and a profile of another has none', async () => {
    const { roster, password, eu, a } = await withTwo();
    const eva = { user: 'eva' };
    await expect(roster.saveFolder({ id: eu.id, draft: folder(eva) })).rejects.toMatchObject({
      code: 'password-needed-again',
    });
    expect(roster.folders()).toMatchObject([{ settings: ana }]);
    await expect(
      roster.saveFolder({ draft: folder({}, 'US'), password: 'x' }),
    ).rejects.toMatchObject({ code: 'invalid-input', detail: { field: 'user' } });
    await roster.saveFolder({ id: eu.id, draft: folder(eva), password: 'hers' });
    expect(await password(a)).toBe('hers');
    await roster.save({ id: a.id, draft: draft({ user: 'bob' }) });
    expect(await password(a)).toBeNull();
  });

  it('is not given out for any proxy itself', async () => {
    const { vault, eu, a } = await withTwo();
    await expect(vault.get(eu.id, a)).rejects.toMatchObject({ code: 'password-needed-again' });
  });

  it('is refused as any where the vault cannot keep it, and then nothing is changed', async () => {
    const { roster, cipher, password, eu, a } = await withTwo();
    cipher.locked = true;
    const refused = { code: 'secrets-unavailable' };
    const renamed = { id: eu.id, draft: folder(ana, 'Europe'), password: 'next' };
    await expect(roster.saveFolder(renamed)).rejects.toMatchObject(refused);
    await expect(
      roster.saveFolder({ draft: folder(ana, 'US'), password: 'x' }),
    ).rejects.toMatchObject(refused);
    await expect(roster.save({ draft: draft({ name: 'c' }) })).rejects.toMatchObject(refused);
    cipher.locked = false;
    expect(roster.folders().map(({ name }) => name)).toEqual(['EU']);
    expect(roster.list()).toHaveLength(2);
    expect(await password(a)).toBe('shared');
  });

  it('is another meanwhile for a profile that comes back after its removal', async () => {
    const { roster, password, eu, a, b } = await withTwo();
    await roster.removeAll([{ id: a.id }, { id: b.id }]);
    await roster.saveFolder({ id: eu.id, draft: folder(ana), password: 'next' });
    await roster.restore(a.id);
    expect(await password(a)).toBe('next');
    await roster.saveFolder({ id: eu.id, draft: folder(ana), password: null });
    await roster.restore(b.id);
    expect(await password(b)).toBeNull();
  });
});

describe('a folder that is removed', () => {
  it('leaves its password to what was in it, and has it again when that is taken back', async () => {
    const { roster, vault, password, eu, a, b } = await withTwo();
    const inner = await roster.saveFolder({
      draft: { ...folder({ pollSeconds: 5 }, 'Inner'), parentId: eu.id },
    });
    await roster.editAll({ ids: [b.id], set: { folder: 'EU/Inner' } });
    expect(roster.entries()[1]).toMatchObject({ passwordFrom: eu.id, pollSeconds: 5 });
    const before = { folders: roster.folders(), entries: roster.entries() };
    const undo = await roster.removeFolder(eu.id);
    expect(await Promise.all([a, b].map(password))).toEqual(['shared', 'shared']);
    expect(roster.folders()).toMatchObject([
      { id: inner.id, settings: ana, savedPassword: 'here' },
    ]);
    expect(roster.entries()[0]).not.toHaveProperty('passwordFrom');
    expect(roster.entries()[1]).toMatchObject({ passwordFrom: inner.id });
    expect(vault.from(a.id)).toBe(eu.id);
    await roster.undoFolder(undo);
    expect(roster.folders()).toEqual(expect.arrayContaining([...before.folders]));
    expect(roster.folders()).toHaveLength(2);
    expect(roster.entries()).toEqual(before.entries);
    await roster.saveFolder({ id: eu.id, draft: folder(ana), password: 'next' });
    expect(await Promise.all([a, b].map(password))).toEqual(['next', 'next']);
  });

  it('takes back nothing that somebody set since', async () => {
    const { roster, password, eu, a, b } = await withTwo();
    const undo = await roster.removeFolder(eu.id);
    await roster.save({ id: a.id, draft: draft({ folder: '' }), password: 'mine' });
    await roster.save({ id: b.id, draft: draft({ name: 'b', host: 'b.example', folder: 'US' }) });
    await roster.undoFolder(undo);
    expect(roster.get(a.id)?.folder).toBe('EU');
    expect(roster.get(b.id)?.folder).toBe('US');
    expect(await Promise.all([a, b].map(password))).toEqual(['mine', 'shared']);
  });

  it('is gone with its password once nothing can be taken back', async () => {
    const { roster, vault, cipher, eu } = await withTwo();
    cipher.locked = true;
    const undo = await roster.removeFolder(eu.id);
    cipher.locked = false;
    await roster.forgetRemoved();
    expect(vault.state(eu.id, draft())).toBe('none');
    await expect(roster.undoFolder(undo)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a folder that was removed and is there again by another way', () => {
  it('keeps its password', async () => {
    const { roster, vault, cipher, openStore, eu } = await withTwo();
    cipher.locked = true;
    await roster.removeFolder(eu.id);
    cipher.locked = false;
    const store = await openStore();
    await store.change((desk) => desk.putFolder(eu.id, folder(ana)));
    await expect.poll(() => roster.folders().map(({ id }) => id)).toContain(eu.id);
    await roster.forgetRemoved();
    expect(vault.state(eu.id, folderPlace(eu.id, 'ana'))).toBe('here');
  });
});

describe('an edit of a folder', () => {
  it('is taken back, its password included', async () => {
    const { roster, password, eu, a } = await withTwo();
    const eva = { user: 'eva', port: 9091 };
    const { undo = '' } = await roster.saveFolder({
      id: eu.id,
      draft: folder(eva, 'Europe'),
      password: 'hers',
    });
    await roster.undoFolder(undo);
    expect(roster.folders()).toMatchObject([{ name: 'EU', settings: ana, savedPassword: 'here' }]);
    expect(roster.get(a.id)).toMatchObject({ user: 'ana', port: 9090, folder: 'EU' });
    expect(await password(a)).toBe('shared');
  });

  it('of a password alone is taken back too, also where there was none', async () => {
    const { roster, password } = await setUp();
    const eu = await roster.saveFolder({ draft: folder(ana) });
    const a = await roster.save({ draft: draft() });
    const newHeirs = [a.id];
    const edit = { id: eu.id, draft: folder(ana), password: 'shared', newHeirs };
    const { undo = '' } = await roster.saveFolder(edit);
    expect(await password(a)).toBe('shared');
    const evil = await roster.save({ draft: draft({ name: 'evil' }), password: 'mine' });
    await roster.undoFolder(undo);
    expect(await password(a)).toBeNull();
    expect(await password(evil)).toBe('mine');
  });

  it('that took its password away is taken back for those that had it, and for no other', async () => {
    const { roster, password, openStore, told, eu, a, b } = await withTwo();
    const edit = { id: eu.id, draft: folder(ana), password: null };
    const { undo = '' } = await roster.saveFolder(edit);
    expect(await Promise.all([a, b].map(password))).toEqual([null, null]);
    const store = await openStore();
    const heard = told();
    await store.update(b.id, (present) => ({ ...present, host: 'evil.example' }));
    await heard;
    await roster.undoFolder(undo);
    expect(await Promise.all([a, b].map(password))).toEqual(['shared', null]);
  });

  it('is taken back by what it answered, and takes back nothing of a later one', async () => {
    const { roster, password, eu, a } = await withTwo();
    const next = folder({ ...ana, pollSeconds: 9 });
    const first = await roster.saveFolder({ id: eu.id, draft: next, password: 'second' });
    const renamed = folder({ ...ana, pollSeconds: 9 }, 'Europe');
    const { undo } = await roster.saveFolder({ id: eu.id, draft: renamed, password: 'third' });
    await roster.undoFolder(first.undo ?? '');
    expect(roster.folders()).toMatchObject([{ name: 'Europe', settings: ana }]);
    expect(await password(a)).toBe('third');
    await roster.undoFolder(undo ?? '');
    expect(roster.folders()).toMatchObject([{ name: 'EU', settings: ana }]);
    await expect(roster.undoFolder(undo ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that changes no password makes no proxy log in anew, nor does taking it back', async () => {
    const { roster, changes, eu } = await withTwo();
    const { undo = '' } = await roster.saveFolder({
      id: eu.id,
      draft: folder({ ...ana, pollSeconds: 9 }),
    });
    await roster.undoFolder(undo);
    expect(changes.slice(-2).map(({ passwordChanged }) => passwordChanged)).toEqual([[], []]);
  });

  it('keeps what somebody else changed of it since, and asks where both changed the same', async () => {
    const { roster, openStore, eu } = await withTwo();
    const base = folder(ana);
    const store = await openStore();
    const theirs = { ...folder({ ...ana, pollSeconds: 7 }, 'Europe'), colour: 'red' } as const;
    await store.change((desk) => desk.putFolder(eu.id, theirs));
    await roster.saveFolder({ id: eu.id, base, draft: folder({ ...ana, port: 9091 }) });
    expect(roster.folders()).toMatchObject([
      { name: 'Europe', colour: 'red', settings: { ...ana, pollSeconds: 7, port: 9091 } },
    ]);
    const mine = { id: eu.id, base, draft: folder({ ...ana, pollSeconds: 3 }) };
    expect(await roster.saveFolder(mine).catch(toErrorValue)).toMatchObject({
      code: 'folder-edited-elsewhere',
      detail: { conflicts: [{ field: 'pollSeconds', mine: 3, theirs: 7 }] },
    });
  });
});

describe('many profiles that lie in several places', () => {
  it('are removed in all of them or in none', async () => {
    const { roster, vault, password, a } = await withTwo();
    const demo = await roster.addDemo(draft({ name: 'Demo', folder: '' }), 'x');
    const production = draft({ name: 'Prod', environment: 'production', folder: '' });
    const guarded = await roster.save({ draft: production });
    const before = roster.list();
    await expect(roster.removeAll([demo, guarded])).rejects.toMatchObject({
      code: 'confirmation-needed',
    });
    expect(roster.list()).toEqual(before);
    const { deleteAll } = vault;
    vault.deleteAll = () => Promise.reject(someError('storage-full'));
    await expect(roster.removeAll([demo, a])).rejects.toMatchObject({ code: 'storage-full' });
    vault.deleteAll = deleteAll;
    expect(new Set(roster.list())).toEqual(new Set(before));
    expect(await Promise.all([demo, a].map(password))).toEqual(['x', 'shared']);
  });

  it('come back in all of them or in none', async () => {
    const { roster, cipher, a } = await withTwo();
    const demo = await roster.addDemo(draft({ name: 'Demo', folder: '' }), 'x');
    await roster.removeAll([demo, a]);
    const left = roster.list();
    cipher.locked = true;
    await expect(roster.restoreAll([demo.id, a.id])).rejects.toMatchObject({
      code: 'secrets-unavailable',
    });
    expect(roster.list()).toEqual(left);
    cipher.locked = false;
    expect(await roster.restoreAll([demo.id, a.id])).toEqual([demo, a]);
  });
});

describe('many edits of profiles that lie in several places', () => {
  it('are done in all of them or in none', async () => {
    const { roster, cipher, a } = await withTwo();
    const demo = await roster.addDemo(draft({ name: 'Demo', folder: '' }), 'x');
    const before = roster.list();
    const renamed = { id: a.id, draft: draft({ notes: 'x' }) };
    const refused = { id: demo.id, draft: draft({ name: 'b', folder: '' }) };
    for (const edits of [
      [renamed, refused],
      [refused, renamed],
    ]) {
      await expect(roster.saveAll(edits)).rejects.toMatchObject({ code: 'invalid-input' });
      expect(roster.list()).toEqual(before);
    }
    cipher.locked = true;
    const noted = { id: demo.id, draft: draft({ name: 'Demo', folder: '', notes: 'x' }) };
    const edits = [noted, { ...renamed, password: 'y' }];
    await expect(roster.saveAll(edits)).rejects.toMatchObject({ code: 'secrets-unavailable' });
    expect(roster.list()).toEqual(before);
  });
});
