import { describe, expect, it } from 'vitest';
import { ana, draft, folder, withTwo } from './folder-rig.ts';

describe('a profile that is moved into a folder with a password', () => {
  it('gets it where somebody says so, and none by itself', async () => {
    const { roster, password, eu } = await withTwo();
    const [c, d] = await roster.saveAll([
      { draft: draft({ name: 'c', host: 'c.example', folder: '' }), own: ['user'] },
      { draft: draft({ name: 'd', host: 'd.example', folder: '' }), own: ['user'] },
    ]);
    if (c === undefined || d === undefined) throw new Error('nothing was saved');
    const move = { ids: [c.id, d.id], set: { folder: 'EU' }, inherit: ['user'] } as const;
    await roster.editAll({ ...move, newHeirs: [c.id] });
    expect(await Promise.all([c, d].map(password))).toEqual(['shared', null]);
    expect(roster.entry(roster.get(c.id) ?? c)).toMatchObject({ passwordFrom: eu.id });
  });

  it('loses that of the folder that it comes from where it is not given the next', async () => {
    const { roster, password, a, b } = await withTwo();
    await roster.saveFolder({ draft: folder({ user: 'ana' }, 'US'), password: 'other' });
    const move = { ids: [a.id, b.id], set: { folder: 'US' }, inherit: ['user'] } as const;
    await roster.editAll({ ...move, newHeirs: [b.id] });
    expect(await Promise.all([a, b].map(password))).toEqual([null, 'other']);
  });

  it('keeps what it has on the way through folders in it, and goes to no other place', async () => {
    const { roster, password, eu, a, b } = await withTwo();
    await roster.saveFolder({ draft: { ...folder({}, 'Same'), parentId: eu.id } });
    await roster.saveFolder({ draft: { ...folder({ port: 9091 }, 'Port'), parentId: eu.id } });
    await roster.editAll({ ids: [a.id], set: { folder: 'EU/Same' } });
    await roster.editAll({ ids: [b.id], set: { folder: 'EU/Port' }, inherit: ['port'] });
    expect(roster.get(b.id)).toMatchObject({ port: 9091 });
    expect(await Promise.all([a, b].map(password))).toEqual(['shared', null]);
  });
});

describe('a folder that is moved into one with a password', () => {
  async function withInner() {
    const parts = await withTwo();
    const { roster } = parts;
    const inner = await roster.saveFolder({
      draft: { ...folder({}, 'In'), parentId: parts.eu.id },
    });
    const us = await roster.saveFolder({ draft: folder(ana, 'US'), password: 'other' });
    const c = await roster.save({ draft: draft({ name: 'c', folder: 'EU/In' }) });
    const move = { id: inner.id, draft: { ...folder({}, 'In'), parentId: us.id } };
    return { ...parts, us, c, move };
  }

  it('gives it to nobody in it by itself', async () => {
    const { roster, password, c, us, move } = await withInner();
    await roster.saveFolder(move);
    expect(await password(c)).toBe('shared');
    expect(roster.entry(roster.get(c.id) ?? c)).toMatchObject({ folder: 'US/In' });
    expect(roster.entry(roster.get(c.id) ?? c).passwordFrom).not.toBe(us.id);
  });

  it('gives it to those that are named, and is taken back with what they had', async () => {
    const { roster, password, c, eu, us, move } = await withInner();
    const { undo = '' } = await roster.saveFolder({ ...move, newHeirs: [c.id] });
    expect(await password(c)).toBe('other');
    expect(roster.entry(roster.get(c.id) ?? c)).toMatchObject({ passwordFrom: us.id });
    await roster.undoFolder(undo);
    expect(await password(c)).toBe('shared');
    expect(roster.entry(roster.get(c.id) ?? c)).toMatchObject({ passwordFrom: eu.id });
  });
});
