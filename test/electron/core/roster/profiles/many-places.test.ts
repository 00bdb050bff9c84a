import { describe, expect, it } from 'vitest';
import { someError } from '../../../../support/facts.ts';
import { draft, withTwo } from '../folders/folder-rig.ts';

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
