import { describe, expect, it } from 'vitest';
import type { Means } from '../../../../renderer/api/means.ts';
import {
  byName,
  filtered,
  inFolder,
  inState,
  sorted,
} from '../../../../renderer/fleet/arrangement/arrange.ts';
import type { Known } from '../../../../renderer/fleet/arrangement/order-values.ts';
import { sortedAnew } from '../../../../renderer/fleet/arrangement/order-values.ts';
import { createSettled } from '../../../../renderer/fleet/arrangement/settled.ts';
import { groupOf } from '../../../../renderer/fleet/arrangement/state-groups.ts';
import type { BoardView } from '../../../../renderer/views/board/arrangement/board-view.ts';
import type { Differences } from '../../../../shared/fleet/unlike.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { onlyUsualClasses } from '../../../../shared/model/environment-class.ts';
import { createFilter, type FilterWords } from '../../../../shared/model/filter/filter.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { profileOf, snapshotOf } from '../../snapshots.ts';

type Wanted = Pick<BoardView, 'sort' | 'direction' | 'text' | 'state'>;

const words: FilterWords = {
  state: { ready: [], waiting: [], 'needs-attention': [], off: [] },
  environment: { development: [], staging: [], production: [] },
  via: { auto: [], udp: [], kernel: [], ssh: [] },
  unlike: { any: [], roundTripMs: [] },
  is: { unlike: [], trouble: [] },
  colour: {},
  password: {},
  managed: {},
};
const collator = new Intl.Collator('es', { numeric: true });
const snapshots = (...list: ProxySnapshot[]) => new Map(list.map((each) => [each.id, each]));
const meansOf = (all: Record<string, Partial<Means>>): ReadonlyMap<string, Means> =>
  new Map(
    Object.entries(all).map(([id, means]) => [
      id,
      {
        connections: null,
        bytesPerSecond: null,
        accessesPerSecond: null,
        roundTripMs: null,
        ...means,
      },
    ]),
  );
const names = (
  profiles: readonly ProfileEntry[],
  of: ReturnType<typeof snapshots>,
  wanted: Partial<Wanted>,
  means: ReadonlyMap<string, Means> = new Map(),
  differences: Differences = new Map(),
  insight: Known['insight'] = () => null,
): string[] => {
  const view: Wanted = { sort: 'name', direction: 'ascending', text: '', state: 'all', ...wanted };
  const known = { snapshots: of, means, differences, classes: onlyUsualClasses, insight };
  const parts = { settled: createSettled(view.sort), collator };
  const ordered = sorted(byName(profiles, collator), view, known, parts);
  const typed = filtered(ordered, createFilter(view.text, words), known);
  return inState(typed, view.state, of).map(({ name }) => name);
};

describe('the order of the cards', () => {
  it('is by what follows from the numbers, and last where nothing does', () => {
    const profiles = ['a', 'b', 'c'].map((name) => profileOf(name));
    const durations: Record<string, number | null> = { a: 2, b: null, c: 30 };
    const wanted = { sort: 'meanDuration', direction: 'descending' } as const;
    const found = names(profiles, snapshots(), wanted, new Map(), new Map(), (id, of) =>
      of === 'meanDuration' ? (durations[id] ?? null) : null,
    );
    expect(found).toEqual(['c', 'a', 'b']);
  });

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

  it('goes by means, and puts those without a value last in either direction', () => {
    const profiles = ['low', 'stale', 'high', 'impossible', 'new'].map((name) => profileOf(name));
    const means = meansOf({
      low: { connections: 2 },
      high: { connections: 10 },
      impossible: { connections: null },
    });
    const read = snapshots();
    expect(names(profiles, read, { sort: 'connections' }, means)).toEqual([
      'low',
      'high',
      'impossible',
      'new',
      'stale',
    ]);
    expect(names(profiles, read, { sort: 'connections', direction: 'descending' }, means)).toEqual([
      'high',
      'low',
      'impossible',
      'new',
      'stale',
    ]);
  });

  it('goes by lifetime counters of those that are ready, and by what a profile says', () => {
    const profiles = [
      profileOf('a', { host: 'h10.example', folder: 'x', environment: 'staging' }),
      profileOf('b', { host: 'h9.example', environment: 'production' }),
      profileOf('c', { host: 'h9.example', port: 9091, folder: 'B' }),
    ];
    const read = snapshots(
      snapshotOf('a', 'ready', { transferredBytes: '99999999999999999999' }),
      snapshotOf('b', 'waiting', { transferredBytes: '7' }),
      snapshotOf('c', 'ready', { transferredBytes: '5' }),
    );
    expect(names(profiles, read, { sort: 'transferredBytes' })).toEqual(['c', 'a', 'b']);
    expect(names(profiles, read, { sort: 'address' })).toEqual(['b', 'c', 'a']);
    expect(names(profiles, read, { sort: 'folder' })).toEqual(['c', 'a', 'b']);
    expect(names(profiles, read, { sort: 'environment' })).toEqual(['b', 'a', 'c']);
  });

  it('begins with the largest number, and is turned round by the same heading', () => {
    const byNames = { sort: 'name', direction: 'ascending' } as const;
    const largest = sortedAnew('bytesPerSecond', byNames);
    expect(largest).toEqual({ sort: 'bytesPerSecond', direction: 'descending' });
    expect(sortedAnew('bytesPerSecond', largest).direction).toBe('ascending');
    expect(sortedAnew('address', largest).direction).toBe('ascending');
  });

  it('goes by how unlike its group a proxy is, with the others at the end', () => {
    const profiles = ['a', 'b', 'c'].map((name) => profileOf(name));
    const differences: Differences = new Map([
      ['b', [{ kind: 'number', trait: 'roundTripMs', value: 90, usual: 10, score: 5 }]],
      [
        'c',
        [
          {
            kind: 'setting',
            trait: 'transformation',
            value: 'tr',
            usual: null,
            alike: 11,
            known: 12,
          },
        ],
      ],
    ]);
    const wanted = { sort: 'difference', direction: 'descending' } as const;
    expect(names(profiles, snapshots(), wanted, new Map(), differences)).toEqual(['c', 'b', 'a']);
    expect(
      names(profiles, snapshots(), { text: 'is:unlike -unlike:round' }, new Map(), differences),
    ).toEqual(['c']);
  });

  it('puts equals in the order of their names, so that they stay where they are', () => {
    const profiles = ['c', 'a', 'b'].map((name) => profileOf(name));
    const idle = meansOf({
      a: { bytesPerSecond: 0 },
      b: { bytesPerSecond: 0 },
      c: { bytesPerSecond: 0 },
    });
    const wanted = { sort: 'bytesPerSecond', direction: 'descending' } as const;
    expect(names(profiles, snapshots(), wanted, idle)).toEqual(['a', 'b', 'c']);
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

  it('keeps a proxy that is tried again where it is, among those that want a look', () => {
    for (const kind of ['connecting', 'authenticating'] as const) {
      expect(groupOf(snapshotOf('a', kind))).toBe('waiting');
      const tried = { ...snapshotOf('a', kind), unreachableSince: 1 };
      expect(groupOf(tried)).toBe('needs-attention');
    }
    expect(groupOf(snapshotOf('a', 'waiting'))).toBe('needs-attention');
    const states = snapshots(snapshotOf('Málaga', 'connecting'), snapshotOf('Bogotá', 'ready'));
    expect(names(profiles, states, { state: 'waiting' })).toEqual(['Málaga']);
    expect(names(profiles, states, { state: 'ready' })).toEqual(['Bogotá']);
    expect(names(profiles, snapshots(), { state: 'off' })).toHaveLength(2);
  });
});

describe('a folder', () => {
  const asia = profileOf('c', { folder: 'Asia' });
  const all = [profileOf('a', { folder: 'Europe/Spain' }), profileOf('b'), asia];
  const within = (path: string, list: readonly ProfileEntry[] = all) =>
    inFolder(list, path).map(({ name }) => name);

  it('has what lies in it and beneath it, however it is written, and nothing of one that is called alike', () => {
    expect(within('')).toEqual(['a', 'b', 'c']);
    expect(within('europe')).toEqual(['a']);
    expect(within('EUROPE/spain')).toEqual(['a']);
    expect(within('Europe/Spa')).toEqual([]);
    expect(within('asi', [asia])).toEqual([]);
  });
});
