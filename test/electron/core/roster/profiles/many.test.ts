import { describe, expect, it } from 'vitest';
import { draft, idOf, named, setUp } from '../roster-rig.ts';

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
