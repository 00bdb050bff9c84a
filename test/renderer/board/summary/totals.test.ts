import { describe, expect, it } from 'vitest';
import { totalsOf, wholeOf } from '../../../../renderer/views/board/summary/totals.ts';
import { none, valued } from '../../../../shared/fleet/insights/insight.ts';
import { profileOf, snapshotOf } from '../../snapshots.ts';

const profiles = ['a', 'b', 'c', 'd'].map((name) => profileOf(name));
const of = (...list: ReturnType<typeof snapshotOf>[]) =>
  totalsOf(
    profiles,
    { snapshots: new Map(list.map((each) => [each.id, each])), means: new Map() },
    10_000,
  );

describe('the totals of the fleet', () => {
  it('are unknown, not zero, while nothing is read', () => {
    expect(of(snapshotOf('a', 'connecting'))).toEqual({
      count: 4,
      states: { ready: 0, waiting: 1, 'needs-attention': 0, off: 3 },
      trouble: 0,
      connections: null,
      transferredBytes: null,
      accesses: null,
      bytesPerSecond: null,
      accessesPerSecond: null,
      balance: none({ case: 'no-data' }),
    });
  });

  it('say how evenly the accesses lie on those that are read, where there are enough of them', () => {
    const snapshots = new Map(['a', 'b', 'c'].map((id) => [id, snapshotOf(id, 'ready', {})]));
    const means = new Map(
      [4, 2, 0].map((accessesPerSecond, index) => [
        'abc'[index] ?? '',
        { connections: null, bytesPerSecond: null, roundTripMs: null, accessesPerSecond },
      ]),
    );
    const over = (ms: number) => totalsOf(profiles, { snapshots, means }, ms).balance;
    expect(over(10_000)).toEqual(valued(36 / (3 * 20)));
    expect(over(1000)).toEqual(none({ case: 'few-accesses', accesses: 6, least: 30 }));
  });

  it('add up what is read now, and leave out what is old or cannot be', () => {
    const snapshots = new Map(
      [
        snapshotOf('a', 'ready', { accesses: '1' }),
        snapshotOf('b', 'ready', { implausible: true, accesses: '2' }),
        snapshotOf('c', 'waiting', { accesses: '100' }),
        snapshotOf('d', 'ready', {}),
      ].map((each) => [each.id, each] as const),
    );
    const unread = { accessesPerSecond: null, roundTripMs: null };
    const means = new Map([
      ['a', { connections: 3, bytesPerSecond: 10, ...unread }],
      ['b', { connections: null, bytesPerSecond: null, ...unread }],
      ['c', { connections: 100, bytesPerSecond: 100, ...unread }],
      ['d', { connections: 0, bytesPerSecond: 0, ...unread }],
    ]);
    const totals = totalsOf(profiles, { snapshots, means }, 10_000);
    expect(totals.trouble).toBe(1);
    expect(totals.connections).toBe(3);
    expect(totals.accesses).toBe('3');
    expect(totals.bytesPerSecond).toBe(10);
    expect(totals.accessesPerSecond).toBeNull();
    expect(totals.states).toEqual({ ready: 3, waiting: 0, 'needs-attention': 1, off: 0 });
  });

  it('keep every digit of 64-bit counters', () => {
    const most = '18446744073709551615';
    const totals = of(
      snapshotOf('a', 'ready', { transferredBytes: most }),
      snapshotOf('b', 'ready', { transferredBytes: most }),
    );
    expect(totals.transferredBytes).toBe('36893488147419103230');
  });
});

describe('a mean of a count', () => {
  it('has no parts where it is not small', () => {
    expect([null, 0, 3.44, 9.99, 10.2, 53.6].map(wholeOf)).toEqual([null, 0, 3.44, 9.99, 10, 54]);
  });
});
