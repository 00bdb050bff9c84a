import { describe, expect, it } from 'vitest';
import { ana, draft, folder, setUp, withTwo } from './folder-rig.ts';

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

  it('follows a profile into another folder, and to where a folder in it says, where somebody says so', async () => {
    const { roster, password, eu, a } = await withTwo();
    await roster.saveFolder({ draft: { ...folder({ port: 9091 }, 'Inner'), parentId: eu.id } });
    const newHeirs = [a.id];
    const edit = { ids: [a.id], inherit: ['port'], newHeirs } as const;
    await roster.editAll({ ...edit, set: { folder: 'EU/Inner' } });
    expect(roster.get(a.id)).toMatchObject({ folder: 'EU/Inner', port: 9091 });
    expect(await password(a)).toBe('shared');
    const elsewhere = draft({ folder: 'EU', host: 'c.example' });
    await expect(roster.save({ id: a.id, draft: elsewhere })).rejects.toMatchObject({
      code: 'password-needed-again',
    });
    const us = await roster.saveFolder({ draft: folder({ user: 'bob' }, 'US'), password: 'other' });
    await roster.editAll({ ...edit, set: { folder: 'US' }, inherit: ['user'] });
    expect(await password(a)).toBe('other');
    expect(roster.entries()[0]).toMatchObject({ passwordFrom: us.id });
    await roster.editAll({ ...edit, set: { folder: 'EU' }, inherit: ['user'] });
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
