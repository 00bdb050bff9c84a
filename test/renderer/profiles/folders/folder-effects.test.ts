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
  it('leaves its password to those that have it, and names those that would newly get it', () => {
    for (const password of ['saved', 'new'] as const) {
      expect(folderEffects(edited({}), password, folders, profiles)).toEqual({
        heirs: 1,
        newcomers: [none],
        stranded: [],
      });
    }
    expect(folderEffects(edited({}), 'none', folders, profiles).newcomers).toEqual([]);
  });

  it('that leads elsewhere takes its password along only where it is entered anew', () => {
    const moved = edited({ port: 9091 });
    const { heirs, newcomers } = folderEffects(moved, 'saved', folders, profiles);
    expect([heirs, newcomers]).toEqual([0, [heir, none]]);
    expect(folderEffects(moved, 'new', folders, profiles)).toMatchObject({
      heirs: 1,
      newcomers: [none],
    });
  });

  it('names those that come under the password of a folder around it, and not who was there before', () => {
    const inner = { ...spain, settings: { user: 'ana' } };
    const all = [folders[0] ?? europe, inner, empty];
    const said = profileOf('said', { ...inherits, sources: { user: 's' }, savedPassword: 'none' });
    const there = profileOf('there', { ...inherits, folder: 'Europe', savedPassword: 'none' });
    const { newcomers } = folderEffects(spain, 'none', all, [said, there]);
    expect(newcomers).toEqual([said]);
  });

  it('names those that come from under another folder, whose password they have', () => {
    const us = { ...plain, id: 'u', name: 'US', settings: { user: 'ana' } };
    const all = [...folders, { ...us, savedPassword: 'here' as const }];
    const { newcomers } = folderEffects({ ...spain, parentId: 'u' }, 'none', all, [heir, own]);
    expect(newcomers).toEqual([heir]);
  });

  it('that leads elsewhere strands the passwords that profiles have of their own', () => {
    const { stranded } = folderEffects(edited({ port: 9091 }), 'saved', folders, profiles);
    expect(stranded.map(({ name }) => name)).toEqual(['own', 'apart']);
  });

  it('strands none where each says itself where it is, nor one that is for elsewhere already', () => {
    const sources = { user: 'own', port: 'own' } as const;
    const set = profileOf('set', { folder: 'Europe', sources, savedPassword: 'here' });
    const lost = profileOf('lost', { folder: 'Europe', savedPassword: 'elsewhere' });
    expect(folderEffects(edited({ port: 1 }), 'saved', folders, [set, lost]).stranded).toEqual([]);
  });

  it('that takes the password away from it strands those that had it and lead elsewhere then', () => {
    const { stranded } = folderEffects(edited({ port: 9091 }), 'none', folders, [heir]);
    expect(stranded.map(({ name }) => name)).toEqual(['heir']);
  });
});

describe('the members of a folder', () => {
  it('are also those of the folders in it', () => {
    const counts = memberCounts(folders, profiles);
    expect(folders.map(({ id }) => counts.get(id))).toEqual([4, 3, 0]);
  });
});
