import { expect, it } from 'vitest';
import { exportCounts } from '../../../../renderer/views/profiles/exporting/export-counts.ts';
import { profileOf } from '../../snapshots.ts';

const plain = { colour: 'none', kept: true, parentId: null, settings: {} } as const;
const europe = { ...plain, id: 'e', name: 'Europe', savedPassword: 'here' as const };
const folders = [
  europe,
  { ...plain, id: 's', name: 'Spain', parentId: 'e' },
  { ...plain, id: 'u', name: 'US' },
  { ...plain, id: 'm', name: 'Theirs', managed: true as const },
];
const profiles = [
  profileOf('a', { folder: 'Europe/Spain' }),
  profileOf('b', { folder: 'Europe', savedPassword: 'none' }),
  profileOf('c', { folder: '', savedPassword: 'elsewhere' }),
  profileOf('demo', { demo: true }),
  profileOf('theirs', { folder: 'Theirs', managed: { notes: '' } }),
];

it.each([
  [{ kind: 'all' }, { profiles: 3, folders: 3, passwords: 2 }],
  [
    { kind: 'folder', id: 's', name: 'Spain' },
    { profiles: 1, folders: 2, passwords: 2 },
  ],
  [
    { kind: 'profiles', ids: ['b', 'c', 'theirs'] },
    { profiles: 2, folders: 1, passwords: 1 },
  ],
] as const)('an export of %o has in it %o', (offer, counts) => {
  expect(exportCounts(offer, profiles, folders)).toEqual({ ...counts, demo: true });
  const own = profiles.filter(({ demo }) => !demo);
  expect(exportCounts(offer, own, folders).demo).toBe(false);
});
