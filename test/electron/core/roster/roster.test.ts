import { describe, expect, it } from 'vitest';
import type { RosterChange } from '../../../../electron/core/roster/roster.ts';
import { draft, named, openStore, setUp } from './roster-rig.ts';

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
