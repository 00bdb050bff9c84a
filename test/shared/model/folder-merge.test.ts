import { describe, expect, it } from 'vitest';
import { mergeFolders } from '../../../shared/model/folder-merge.ts';
import type { OwnSettings } from '../../../shared/model/stored-profile.ts';

const folder = (settings: OwnSettings, more: { name?: string; parentId?: string } = {}) =>
  ({ name: 'EU', parentId: null, colour: 'none', settings, ...more }) as const;

describe('two edits of one folder', () => {
  it('are merged field by field, also where a setting is said no more', () => {
    const base = folder({ pollSeconds: 5, autoConnect: false });
    const mine = folder({ pollSeconds: 5 }, { name: 'Europe' });
    const theirs = folder({ autoConnect: false, environment: 'staging' }, { parentId: 'p' });
    expect(mergeFolders(base, mine, theirs)).toMatchObject({
      merged: folder({ environment: 'staging' }, { name: 'Europe', parentId: 'p' }),
      conflicts: [],
      fromThem: ['parentId', 'environment', 'pollSeconds'],
    });
  });

  it('are one to decide about where both made the same another, and none where both made it the same', () => {
    const base = folder({ pollSeconds: 5 });
    const mine = folder({ pollSeconds: 6 }, { name: 'Europe' });
    const theirs = folder({}, { name: 'Europe' });
    expect(mergeFolders(base, mine, theirs).conflicts).toEqual([
      { field: 'pollSeconds', mine: 6, theirs: null },
    ]);
  });

  it.each([
    ['an address', folder({ port: 8 }), false],
    ['a password', folder({}), true],
  ])('lead nowhere that is half of one and half of the other: %s', (_, mine, withPassword) => {
    const theirs = folder({ sshDestination: 'jump.example', transport: 'ssh' });
    const { conflicts } = mergeFolders(folder({}), mine, theirs, { withPassword });
    expect(conflicts.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['transport', 'sshDestination']),
    );
  });
});
