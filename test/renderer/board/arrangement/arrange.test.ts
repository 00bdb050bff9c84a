import { describe, expect, it } from 'vitest';
import {
  type Arrangement,
  arrange,
  groupOf,
} from '../../../../renderer/views/board/arrangement/arrange.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { profileOf, snapshotOf } from '../../snapshots.ts';

const plain: Arrangement = {
  sort: 'name',
  direction: 'ascending',
  text: '',
  state: 'all',
};
const snapshots = (...list: ProxySnapshot[]) => new Map(list.map((each) => [each.id, each]));
const names = (
  profiles: Parameters<typeof arrange>[0],
  of: ReturnType<typeof snapshots>,
  wanted: Partial<Arrangement>,
): string[] => arrange(profiles, of, { ...plain, ...wanted }, 'es').map(({ name }) => name);

describe('the order of the cards', () => {
  it('is that of the language, with numbers as numbers', () => {
    const profiles = ['Proxy 10', 'Ávila', 'Proxy 9', 'Zamora', 'avila 2'].map((name) =>
      profileOf(name),
    );
    expect(names(profiles, snapshots(), {})).toEqual([
      'Ávila',
      'avila 2',
      'Proxy 9',
      'Proxy 10',
      'Zamora',
    ]);
    expect(names(profiles, snapshots(), { direction: 'descending' })[0]).toBe('Zamora');
  });

  it('brings what wants a look to the front when sorted by state', () => {
    const profiles = ['a', 'b', 'c', 'd'].map((name) => profileOf(name));
    const states = snapshots(
      snapshotOf('a', 'ready'),
      snapshotOf('b', 'off'),
      snapshotOf('c', 'needs-attention'),
      snapshotOf('d', 'waiting'),
    );
    expect(names(profiles, states, { sort: 'state' })).toEqual(['c', 'd', 'b', 'a']);
  });

  it('goes by what is read now, and puts those without a value last in either direction', () => {
    const profiles = ['low', 'stale', 'high', 'impossible', 'new'].map((name) => profileOf(name));
    const read = snapshots(
      snapshotOf('low', 'ready', { connections: '2' }),
      snapshotOf('stale', 'waiting', { connections: '900' }),
      snapshotOf('high', 'ready', { connections: '10' }),
      snapshotOf('impossible', 'ready', { connections: '18446744073709551612', implausible: true }),
    );
    expect(names(profiles, read, { sort: 'connections' })).toEqual([
      'low',
      'high',
      'impossible',
      'new',
      'stale',
    ]);
    expect(names(profiles, read, { sort: 'connections', direction: 'descending' })).toEqual([
      'high',
      'low',
      'impossible',
      'new',
      'stale',
    ]);
  });

  it('puts equals in the order of their names, so that they stay where they are', () => {
    const profiles = ['c', 'a', 'b'].map((name) => profileOf(name));
    const idle = snapshots(
      ...profiles.map(({ id }) => snapshotOf(id, 'ready', { bytesPerSecond: 0 })),
    );
    expect(names(profiles, idle, { sort: 'bytesPerSecond', direction: 'descending' })).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('the filter', () => {
  const profiles = [
    profileOf('Málaga', { folder: 'Europe/Spain', host: 'mlg.example' }),
    profileOf('Bogotá', { folder: 'America' }),
  ];

  it('finds names, hosts and folders, whatever their case and accents', () => {
    for (const text of ['malaga', 'MLG.EX', 'spain', ' Málaga ', 'spain malaga']) {
      expect(names(profiles, snapshots(), { text }), text).toEqual(['Málaga']);
    }
    expect(names(profiles, snapshots(), { text: 'spain bogota' })).toEqual([]);
    expect(names(profiles, snapshots(), { text: '  ' })).toHaveLength(2);
  });

  it('keeps a proxy that is tried again where it is, among those that are not ready yet', () => {
    for (const kind of ['waiting', 'connecting', 'authenticating'] as const) {
      expect(groupOf(snapshotOf('a', kind))).toBe('waiting');
    }
    const states = snapshots(snapshotOf('Málaga', 'connecting'), snapshotOf('Bogotá', 'ready'));
    expect(names(profiles, states, { state: 'waiting' })).toEqual(['Málaga']);
    expect(names(profiles, states, { state: 'ready' })).toEqual(['Bogotá']);
    expect(names(profiles, snapshots(), { state: 'off' })).toHaveLength(2);
  });
});
