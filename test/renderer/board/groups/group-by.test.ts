import { describe, expect, it } from 'vitest';
import { foldKey, groupBy } from '../../../../renderer/views/board/groups/group-by.ts';
import { onlyUsualClasses } from '../../../../shared/model/environment-class.ts';
import { profileOf, snapshotOf } from '../../snapshots.ts';

const collator = new Intl.Collator('en', { numeric: true });
const profiles = [
  profileOf('d'),
  profileOf('a', { folder: 'Spain 10', environment: 'production' }),
  profileOf('c', { folder: 'Spain 9', environment: 'staging' }),
  profileOf('b', { folder: 'Spain 10' }),
];
const snapshots = new Map(
  [
    snapshotOf('a', 'ready'),
    snapshotOf('b', 'connecting'),
    snapshotOf('c', 'needs-attention'),
    snapshotOf('d', 'ready'),
  ].map((each) => [each.id, each] as const),
);
const known = { snapshots, classes: onlyUsualClasses };
const grouped = (by: Parameters<typeof groupBy>[1], folded: readonly string[] = []) =>
  groupBy(profiles, by, known, { folded: new Set(folded), collator });
const keys = (by: Parameters<typeof groupBy>[1]) =>
  grouped(by).map((group) => [group.key, group.profiles.map(({ id }) => id).join('')]);

describe('the groups of the board', () => {
  it('are one without a heading where nothing is grouped', () => {
    expect(grouped('none')).toEqual([{ key: '', by: null, profiles, folded: false }]);
  });

  it('are folders by name, and at the end what is in none; each keeps the order that it was given', () => {
    expect(keys('folder')).toEqual([
      ['Spain 9', 'c'],
      ['Spain 10', 'ab'],
      ['', 'd'],
    ]);
  });

  it('are the first tag of each, and at the end what has none', () => {
    const tagged = [
      profileOf('x', { tags: 'mail, eu' }),
      profileOf('y'),
      profileOf('z', { tags: 'eu' }),
    ];
    const options = { folded: new Set<string>(), collator };
    const found = groupBy(tagged, 'tag', known, options);
    expect(found.map((group) => [group.key, group.profiles.map(({ id }) => id).join('')])).toEqual([
      ['eu', 'z'],
      ['mail', 'x'],
      ['', 'y'],
    ]);
  });

  it('begin with production, and with what wants a look', () => {
    expect(keys('environment')).toEqual([
      ['production', 'a'],
      ['staging', 'c'],
      ['development', 'db'],
    ]);
    expect(keys('state')).toEqual([
      ['needs-attention', 'c'],
      ['waiting', 'b'],
      ['ready', 'da'],
    ]);
  });

  it('are folded by what they are grouped by and their key', () => {
    expect(foldKey({ by: 'folder', key: '' })).toBe('folder:');
    const folded = grouped('folder', ['folder:Spain 9', 'state:', 'environment:Spain 10']);
    expect(folded.filter((group) => group.folded).map(({ key }) => key)).toEqual(['Spain 9']);
  });
});
