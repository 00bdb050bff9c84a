import { describe, expect, it } from 'vitest';
import { folderChoices } from '../../../../renderer/views/profiles/editor/folder-choices.ts';
import {
  nextOrder,
  searchProfiles,
  sortProfiles,
} from '../../../../renderer/views/profiles/list/profile-order.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { profileDraftSchema } from '../../../../shared/model/profile.ts';

const profile = (name: string, change: Partial<ProfileEntry> = {}): ProfileEntry => ({
  ...profileDraftSchema.parse({ name, host: 'proxy.example', user: 'operator' }),
  id: '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c11',
  sources: {},
  savedPassword: 'none',
  stockCredentials: false,
  demo: false,
  ...change,
});
const names = (profiles: readonly ProfileEntry[]) => profiles.map(({ name }) => name);

describe('the order of profiles', () => {
  it('is that of the language, numbers by their value', () => {
    const list = [profile('proxy 10'), profile('Ébano'), profile('proxy 9'), profile('zeta')];
    const order = { key: 'name', descending: false } as const;
    expect(names(sortProfiles(list, order, 'es'))).toEqual([
      'Ébano',
      'proxy 9',
      'proxy 10',
      'zeta',
    ]);
  });

  it('goes by name among equal ones, also when turned around', () => {
    const list = [
      profile('b', { folder: 'x' }),
      profile('a', { folder: 'x' }),
      profile('c', { folder: 'y' }),
    ];
    const order = { key: 'folder', descending: true } as const;
    expect(names(sortProfiles(list, order, 'en'))).toEqual(['c', 'a', 'b']);
  });

  it('begins with production', () => {
    const list = [
      profile('a', { environment: 'development' }),
      profile('b', { environment: 'staging' }),
      profile('c', { environment: 'production' }),
    ];
    const order = { key: 'environment', descending: false } as const;
    expect(names(sortProfiles(list, order, 'en'))).toEqual(['c', 'b', 'a']);
  });

  it('is turned around by a second press on the same column', () => {
    const first = nextOrder({ key: 'name', descending: false }, 'host');
    expect(first).toEqual({ key: 'host', descending: false });
    expect(nextOrder(first, 'host')).toEqual({ key: 'host', descending: true });
    expect(nextOrder({ key: 'host', descending: true }, 'host').descending).toBe(false);
  });
});

describe('the search', () => {
  const list = [
    profile('Madrid', { folder: 'Europe/Spain', host: '10.0.0.1' }),
    profile('Lima', { folder: 'America', user: 'root' }),
  ];

  it('finds every word in name, folder, host or user, whatever its case', () => {
    expect(names(searchProfiles(list, 'SPAIN madrid'))).toEqual(['Madrid']);
    expect(names(searchProfiles(list, '10.0'))).toEqual(['Madrid']);
    expect(names(searchProfiles(list, 'root'))).toEqual(['Lima']);
    expect(names(searchProfiles(list, 'spain lima'))).toEqual([]);
  });

  it('finds a name whatever its accents', () => {
    const accented = [profile('Málaga'), profile('Łódź')];
    expect(names(searchProfiles(accented, 'malaga'))).toEqual(['Málaga']);
    expect(names(searchProfiles(accented, 'MA\u0301LAGA'))).toEqual(['Málaga']);
    expect(names(searchProfiles(accented, 'lodz'))).toEqual(['Łódź']);
  });

  it('finds all where nothing is searched for', () => {
    expect(searchProfiles(list, '  ')).toHaveLength(2);
  });
});

describe('the folders to choose from', () => {
  it('are the paths of all of them', () => {
    const settings = { colour: 'none', kept: false, settings: {} } as const;
    const folders = [
      { id: 's', name: 'Spain', parentId: 'e', ...settings },
      { id: 'a', name: 'America', parentId: null, ...settings },
      { id: 'e', name: 'Europe', parentId: null, ...settings },
    ];
    expect(folderChoices(folders, 'en')).toEqual(['America', 'Europe', 'Europe/Spain']);
  });
});
