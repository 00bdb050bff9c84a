import { describe, expect, it } from 'vitest';
import { newHeirsBy } from '../../../../renderer/views/profiles/moving/new-heirs.ts';
import { profileOf } from '../../snapshots.ts';

const plain = { colour: 'none', kept: true, parentId: null } as const;
const europe = { ...plain, id: 'e', name: 'Europe', settings: { user: 'ana' } };
const port = { ...plain, id: 'p', name: 'Port', parentId: 'e', settings: { port: 9091 } };
const folders = [{ ...europe, savedPassword: 'here' as const }, port];

const ana = { user: 'ana', folder: '', savedPassword: 'none' } as const;
const outside = profileOf('outside', ana);
const mine = profileOf('mine', { ...ana, savedPassword: 'here' });
const itsOwnUser = profileOf('itsOwnUser', { ...ana, sources: { user: 'own' } });
const inside = { ...ana, folder: 'Europe', sources: { user: 'e' } } as const;
const heir = profileOf('heir', { ...inside, savedPassword: 'here', passwordFrom: 'e' });
const imported = profileOf('imported', inside);
const all = [outside, mine, itsOwnUser, heir, imported];

const namesBy = (filing: Parameters<typeof newHeirsBy>[0]) =>
  newHeirsBy(filing, all, folders).map(({ name }) => name);

describe('who would newly be sent the password of a folder', () => {
  it('is who is put under it, and has none of its own', () => {
    expect(namesBy({ folder: 'Europe' })).toEqual(['outside']);
    expect(namesBy({ folder: 'Europe', inherit: ['user'] })).toEqual(['outside', 'itsOwnUser']);
  });

  it('is who would lead elsewhere with it', () => {
    expect(namesBy({ folder: 'Europe/Port' })).toEqual(['outside', 'heir']);
  });

  it('is nobody where nothing of that is other', () => {
    expect(namesBy({})).toEqual([]);
    expect(namesBy({ folder: '' })).toEqual([]);
    expect(namesBy({ set: { pollSeconds: 5 } })).toEqual([]);
  });
});
