import { describe, expect, it } from 'vitest';
import { missingPasswords } from '../../../../renderer/views/board/passwords/missing.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { someErrorValue } from '../../../support/facts.ts';
import { profileOf } from '../../snapshots.ts';

const waiting = (code: 'no-password' | 'password-needed-again' | 'login-refused'): ProxyState => ({
  kind: 'needs-attention',
  why: someErrorValue(code),
  since: 1,
});

describe('the passwords that are missing', () => {
  it('are asked for once for all that share user and folder, the most of them first', () => {
    const profiles = [
      profileOf('a', { user: 'ana', folder: 'eu' }),
      profileOf('b', { user: 'eva', folder: 'eu' }),
      profileOf('c', { user: 'eva', folder: 'eu' }),
      profileOf('d', { user: 'eva', folder: '' }),
      profileOf('e', { user: 'eva', folder: 'eu' }),
    ];
    const states = new Map([
      ['a', { state: waiting('no-password') }],
      ['b', { state: waiting('no-password') }],
      ['c', { state: waiting('password-needed-again') }],
      ['d', { state: waiting('login-refused') }],
      ['e', { state: { kind: 'off' } as const }],
    ]);
    expect(missingPasswords(profiles, states)).toEqual([
      { user: 'eva', folder: 'eu', ids: ['b', 'c'] },
      { user: 'ana', folder: 'eu', ids: ['a'] },
    ]);
    expect(missingPasswords(profiles, new Map())).toEqual([]);
  });
});
