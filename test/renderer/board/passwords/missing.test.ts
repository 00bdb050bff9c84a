import { describe, expect, it } from 'vitest';
import { missingPasswords } from '../../../../renderer/views/board/passwords/missing.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { someErrorValue } from '../../../support/facts.ts';
import { profileOf } from '../../snapshots.ts';

type ErrorOfPassword = 'no-password' | 'password-needed-again';

const waiting = (code: ErrorOfPassword): ProxyState => ({
  kind: 'needs-attention',
  why: someErrorValue(code),
  since: 1,
});

const plain = { colour: 'none', kept: true, parentId: null } as const;
const folders = [
  { ...plain, id: 'f', name: 'Europe', settings: { user: 'eva' } },
  { ...plain, id: 'g', name: 'Spain', parentId: 'f', settings: {} },
];

/** By their names, with user and folder. */
function missing(profiles: readonly ProfileEntry[], code: ErrorOfPassword = 'no-password') {
  const states = new Map(profiles.map(({ id }) => [id, { state: waiting(code) }]));
  return missingPasswords(profiles, folders, states).map(({ user, folder, profiles: all }) => [
    user,
    folder,
    all.map(({ name }) => name),
  ]);
}

describe('the passwords that are missing', () => {
  it('are asked for once for all that inherit their user from one folder, however deep they lie', () => {
    const sources = { user: 'f' } as const;
    const heirs = ['Europe/Spain', 'Europe/France/South', 'Europe'].map((folder, index) =>
      profileOf(`heir ${index}`, { user: 'eva', folder, sources }),
    );
    const apart = profileOf('apart', { user: 'eva', folder: 'Europe', sources: { user: 'own' } });
    expect(missing([apart, ...heirs])).toEqual([
      ['eva', 'Europe', ['heir 0', 'heir 1', 'heir 2']],
      ['eva', 'Europe', ['apart']],
    ]);
    expect(missing(heirs.slice(0, 1))).toEqual([['eva', 'Europe/Spain', ['heir 0']]]);
  });

  it('are asked for once for all that say the same user themselves below one folder of the top', () => {
    const own = (name: string, user: string, folder: string) =>
      profileOf(name, { user, folder, sources: { user: 'own' } });
    const profiles = [
      own('a', 'ana', 'US/East'),
      own('b', 'eva', 'US/East'),
      own('c', 'eva', 'US/West/Coast'),
      own('d', 'eva', ''),
    ];
    expect(missing(profiles)).toEqual([
      ['eva', 'US', ['b', 'c']],
      ['ana', 'US/East', ['a']],
      ['eva', '', ['d']],
    ]);
  });

  it('are those of proxies that wait for one, whatever was entered for elsewhere', () => {
    const one = profileOf('a', { user: 'ana', folder: 'eu' });
    expect(missing([one], 'password-needed-again')).toHaveLength(1);
    expect(missingPasswords([one], folders, new Map())).toEqual([]);
    const off = new Map([['a', { state: { kind: 'off' } as const }]]);
    expect(missingPasswords([one], folders, off)).toEqual([]);
  });

  it('are those of proxies that refused theirs, too, but not of those that know no such user', () => {
    const profiles = [profileOf('a', { user: 'ana' }), profileOf('b', { user: 'ana' })];
    const refusing = (step: 'user' | 'password') => ({
      state: {
        kind: 'needs-attention',
        why: new AppError('login-refused', { where: 'proxy', step }).toValue(),
        since: 1,
      } as const,
    });
    const states = new Map([
      ['a', { state: refusing('password').state }],
      ['b', { state: waiting('no-password') }],
    ]);
    const [group] = missingPasswords(profiles, folders, states);
    expect(group?.profiles.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(group?.refused).toBe(1);
    expect(missingPasswords(profiles, folders, new Map([['a', refusing('user')]]))).toEqual([]);
  });
});
