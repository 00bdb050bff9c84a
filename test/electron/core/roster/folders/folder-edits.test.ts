import { describe, expect, it } from 'vitest';
import { folderPlace } from '../../../../../electron/store/secrets/folder-place.ts';
import { toErrorValue } from '../../../../../shared/errors.ts';
import { ana, draft, folder, setUp, withTwo } from './folder-rig.ts';

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
