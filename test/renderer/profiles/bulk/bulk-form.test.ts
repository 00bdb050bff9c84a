import { describe, expect, it } from 'vitest';
import {
  differingFrom,
  emptyBulk,
  readBulk,
  undoOf,
} from '../../../../renderer/views/profiles/bulk/bulk-form.ts';
import { profileOf } from '../../snapshots.ts';

describe('an edit of many profiles', () => {
  it('asks for nothing where nothing is filled in', () => {
    expect(readBulk(emptyBulk, ['a'])).toEqual({ input: null });
  });

  it('asks only for what is filled in', () => {
    const form = { ...emptyBulk, folder: '/', addTags: 'mail,eu', inherit: ['port' as const] };
    expect(readBulk(form, ['a', 'b'])).toEqual({
      input: { ids: ['a', 'b'], set: { folder: '' }, addTags: 'mail, eu', inherit: ['port'] },
    });
    expect(readBulk({ ...emptyBulk, password: 'x' }, ['a'])).toEqual({
      input: { ids: ['a'], set: {}, password: 'x' },
    });
  });

  it('names at its field what is wrong', () => {
    const form = { ...emptyBulk, settings: { port: 0, pollSeconds: '' }, password: 'contraseña' };
    expect(readBulk(form, ['a'])).toEqual({
      faults: { port: 'port', pollSeconds: 'interval', password: 'ascii' },
    });
  });

  it('is taken back with what was set for each itself', () => {
    const before = profileOf('a', { pollSeconds: 2, sources: { pollSeconds: 'own' } });
    const after = { ...before, pollSeconds: 9, folder: 'eu' };
    expect(undoOf([before], [after])).toEqual({
      edits: [{ id: 'a', base: after, draft: before, own: ['pollSeconds'], newHeir: false }],
    });
  });

  it('is taken back with the password of the folder where that held before', () => {
    const inherited = { savedPassword: 'here', passwordFrom: 'e', sources: { user: 'e' } } as const;
    const before = profileOf('a', { port: 9090, ...inherited });
    const elsewhere = { ...before, port: 9091 };
    expect(undoOf([before], [elsewhere]).edits).toMatchObject([{ password: null, newHeir: true }]);
    const { passwordFrom: _, ...own } = before;
    for (const [was, is] of [
      [before, { ...before, notes: 'x' }],
      [own, { ...own, port: 9091 }],
    ] as const) {
      expect(undoOf([was], [is]).edits[0]).not.toHaveProperty('password');
    }
  });

  it('takes tags away, and gives each the password of its folder', () => {
    const form = { ...emptyBulk, removeTags: 'old,dns', inheritPassword: true };
    expect(readBulk(form, ['a'])).toEqual({
      input: { ids: ['a'], set: {}, removeTags: 'old, dns', password: null },
    });
    expect(readBulk({ ...form, password: 'x' }, ['a'])).toMatchObject({ input: { password: 'x' } });
  });

  it('says how many have another value than it sets, and which', () => {
    const profiles = [9, 5, 1, 5].map((pollSeconds, n) => profileOf(`p${n}`, { pollSeconds }));
    expect(differingFrom(profiles, 'pollSeconds', '1')).toEqual({
      count: 3,
      values: [
        { value: 5, count: 2 },
        { value: 9, count: 1 },
      ],
    });
  });
});
