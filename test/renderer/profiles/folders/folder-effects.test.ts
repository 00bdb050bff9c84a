import { describe, expect, it } from 'vitest';
import {
  folderEffects,
  memberCounts,
} from '../../../../renderer/views/profiles/folders/folder-effects.ts';
import { profileOf } from '../../snapshots.ts';

const plain = { colour: 'none', kept: true, parentId: null } as const;
const europe = { ...plain, id: 'e', name: 'Europe', settings: { user: 'ana' } };
const spain = { ...plain, id: 's', name: 'Spain', parentId: 'e', settings: {} };
const empty = { ...plain, id: 'x', name: 'Empty', settings: {} };
const folders = [{ ...europe, savedPassword: 'here' as const }, spain, empty];

const inherits = { user: 'ana', folder: 'Europe/Spain', sources: { user: 'e' } } as const;
const heir = profileOf('heir', { ...inherits, savedPassword: 'here', passwordFrom: 'e' });
const none = profileOf('none', { ...inherits, savedPassword: 'none' });
const own = profileOf('own', { ...inherits, savedPassword: 'here' });
const apart = profileOf('apart', { user: 'eva', folder: 'Europe', sources: { user: 'own' } });
const profiles = [heir, none, own, apart];

const edited = (settings: object) => ({ ...europe, settings: { user: 'ana', ...settings } });

describe('an edit of a folder', () => {
  it('gives its password to those that inherit its user and have none of their own', () => {
    expect(folderEffects(edited({}), true, folders, profiles)).toEqual({
      heirs: 2,
      stranded: [],
    });
  });

  it('that leads elsewhere strands the passwords that profiles have of their own', () => {
    const { stranded } = folderEffects(edited({ port: 9091 }), true, folders, profiles);
    expect(stranded.map(({ name }) => name)).toEqual(['own', 'apart']);
  });

  it('strands none where each says itself where it is, nor one that is for elsewhere already', () => {
    const sources = { user: 'own', port: 'own' } as const;
    const set = profileOf('set', { folder: 'Europe', sources, savedPassword: 'here' });
    const lost = profileOf('lost', { folder: 'Europe', savedPassword: 'elsewhere' });
    expect(folderEffects(edited({ port: 1 }), true, folders, [set, lost]).stranded).toEqual([]);
  });

  it('that takes the password away from it strands those that had it and lead elsewhere then', () => {
    const { stranded } = folderEffects(edited({ port: 9091 }), false, folders, [heir]);
    expect(stranded.map(({ name }) => name)).toEqual(['heir']);
  });
});

describe('the members of a folder', () => {
  it('are also those of the folders in it', () => {
    const counts = memberCounts(folders, profiles);
    expect(folders.map(({ id }) => counts.get(id))).toEqual([4, 3, 0]);
  });
});
