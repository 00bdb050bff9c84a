import { describe, expect, it } from 'vitest';
import { isOwnNetworkDown } from '../../../../shared/fleet/alerts/own-network.ts';
import { isQuiet } from '../../../../shared/fleet/alerts/quiet.ts';
import { replay } from '../../../../shared/fleet/alerts/replay.ts';
import {
  groupVerdicts,
  metricVerdict,
  needsOf,
  readingVerdict,
  stateVerdict,
} from '../../../../shared/fleet/alerts/verdicts.ts';
import { type AlertCondition, alertConditionSchema } from '../../../../shared/model/alert-rule.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import type { Sample } from '../../../../shared/model/sample.ts';
import { someErrorValue } from '../../../support/facts.ts';

const down = { kind: 'down', seconds: 60 } as const;
const refused = { kind: 'password-refused' } as const;
const since = 0;
const lost = someErrorValue('unreachable');
const states: Readonly<Record<string, ProxyState>> = {
  off: { kind: 'off' },
  first: { kind: 'connecting', since, attempt: 1, why: null },
  again: { kind: 'connecting', since, attempt: 2, why: lost },
  login: { kind: 'authenticating', since },
  ready: {
    kind: 'ready',
    since,
    connection: { transport: 'udp', description: 'x', reason: null },
  },
  waiting: { kind: 'waiting', why: lost, since, until: 1, attempt: 1 },
  vault: { kind: 'vault-locked', since },
  refused: { kind: 'needs-attention', why: someErrorValue('login-refused'), since },
  passwordless: { kind: 'needs-attention', why: someErrorValue('no-password'), since },
  foreign: { kind: 'needs-attention', why: someErrorValue('protocol-error'), since },
};
const above: Extract<AlertCondition, { kind: 'metric' }> = {
  kind: 'metric',
  metric: 'connections',
  direction: 'above',
  raise: 100,
  clear: 80,
  bad: 1,
  of: 1,
};
const sample: Sample = {
  profileId: 'a',
  at: 0,
  now: 0,
  connections: 5n,
  transferredBytes: 0n,
  accesses: 0n,
  bytesPerSecond: null,
  accessesPerSecond: 1,
  roundTripMs: 2,
  missed: 0,
  restart: false,
  another: false,
};

describe('what a look says', () => {
  it.each([
    ['off', 'suppressed', 'suppressed'],
    ['first', 'unknown', 'unknown'],
    ['again', 'bad', 'unknown'],
    ['login', 'unknown', 'unknown'],
    ['ready', 'clear', 'clear'],
    ['waiting', 'bad', 'unknown'],
    ['vault', 'unknown', 'unknown'],
    ['refused', 'clear', 'bad'],
    ['passwordless', 'unknown', 'unknown'],
    ['foreign', 'bad', 'unknown'],
  ])('of the state %s: down is %s, password refused %s', (name, isDown, isRefused) => {
    const state = states[name] ?? { kind: 'off' };
    expect(stateVerdict(down, state)).toBe(isDown);
    expect(stateVerdict(refused, state)).toBe(isRefused);
  });

  it.each([
    [101, 'bad'],
    [100, 'between'],
    [81, 'between'],
    [80, 'clear'],
    [null, 'unknown'],
  ])('of the number %s: %s', (value, verdict) => {
    expect(metricVerdict(above, value)).toBe(verdict);
  });

  it('is turned round for what may not be too small', () => {
    const below = { ...above, direction: 'below', raise: 10, clear: 20 } as const;
    expect([9, 10, 19, 20].map((value) => metricVerdict(below, value))).toEqual([
      'bad',
      'between',
      'between',
      'clear',
    ]);
  });

  it('takes an implausible count for no number, and a rate across a restart for none', () => {
    const wrapped = { ...sample, connections: -1n };
    expect(readingVerdict(above, wrapped).verdict).toBe('unknown');
    expect(readingVerdict({ ...above, metric: 'bytesPerSecond' }, sample).verdict).toBe('unknown');
    const implausible = { kind: 'implausible', bad: 1, of: 1 } as const;
    expect(readingVerdict(implausible, wrapped).verdict).toBe('bad');
    expect(readingVerdict(implausible, sample).verdict).toBe('clear');
  });

  it('finds the one that is far from its group, with what is usual, and nothing in too small a group', () => {
    const values = new Map([
      ['a', 10],
      ['b', 11],
      ['c', 10],
      ['d', 12],
      ['e', 90],
    ]);
    const found = groupVerdicts('connections', values);
    expect(found.get('e')).toEqual({ verdict: 'bad', usual: 11 });
    expect(found.get('a')?.verdict).toBe('clear');
    const few = new Map([...values].slice(2));
    expect([...groupVerdicts('connections', few).values()].map(({ verdict }) => verdict)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });
});

describe('a rule', () => {
  it.each([
    ['more bad looks than are looked at', { kind: 'implausible', bad: 3, of: 2 }],
    ['an end that is worse than its beginning', { ...above, clear: 101 }],
    ['an end below what may not be too small', { ...above, direction: 'below', clear: 99 }],
    ['a proxy that is down at once', { kind: 'down', seconds: 1 }],
  ])('is none with %s', (_, condition) => {
    expect(alertConditionSchema.safeParse(condition).success).toBe(false);
  });

  it.each([
    [null, 5, false],
    [{ from: 60, to: 120 }, 59, false],
    [{ from: 60, to: 120 }, 60, true],
    [{ from: 60, to: 120 }, 120, false],
    [{ from: 1320, to: 360 }, 1380, true],
    [{ from: 1320, to: 360 }, 0, true],
    [{ from: 1320, to: 360 }, 360, false],
    [{ from: 0, to: 0 }, 700, true],
  ])('with the quiet hours %o is quiet at minute %i: %s', (quiet, minute, expected) => {
    expect(isQuiet(quiet, minute)).toBe(expected);
  });

  it('would have fired when it lasted long enough between two looks of the past, and not otherwise', () => {
    const looks = [
      { at: 0, verdict: 'clear' },
      { at: 10_000, verdict: 'bad' },
      { at: 50_000, verdict: 'clear' },
      { at: 100_000, verdict: 'bad' },
      { at: 300_000, verdict: 'clear' },
      { at: 400_000, verdict: 'bad' },
    ] as const;
    expect(replay(looks, needsOf(down), 600_000)).toEqual([
      { from: 160_000, to: 300_000 },
      { from: 460_000, to: null },
    ]);
    expect(replay(looks.slice(0, 3), needsOf(down), 600_000)).toEqual([]);
  });
});

describe('our own network', () => {
  const proxy = (host: string, lostAt: number | null) => ({ host, lostAt });
  const four = (...lost: readonly (number | null)[]) => lost.map((at, i) => proxy(`h${i}`, at));
  const here = { hasInterface: true, before: false };

  it.each([
    ['all of four on four hosts at once', four(0, 1, 2, 3), here, true],
    ['three of four', four(0, 1, 2, null), here, false],
    ['all, but one after the other', four(0, 100_000, 200_000, 300_000), here, false],
    ['too few', four(0, 1, 2), here, false],
    ['all of one host', four(0, 1, 2, 3).map(({ lostAt }) => proxy('h', lostAt)), here, false],
    ['one, without an interface', four(0, null), { ...here, hasInterface: false }, true],
    ['none, without an interface', four(null, null), { ...here, hasInterface: false }, false],
    ['three of four, and it was', four(0, 1, 2, null), { ...here, before: true }, true],
    ['half, and it was', four(0, 1, null, null), { ...here, before: true }, false],
  ])('is down, %s lost: %o', (_, proxies, seen, expected) => {
    expect(isOwnNetworkDown(proxies, seen)).toBe(expected);
  });
});
