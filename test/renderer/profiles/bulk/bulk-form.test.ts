import { describe, expect, it } from 'vitest';
import { emptyBulk, readBulk, undoOf } from '../../../../renderer/views/profiles/bulk/bulk-form.ts';
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
      edits: [{ id: 'a', base: after, draft: before, own: ['pollSeconds'] }],
    });
  });
});
