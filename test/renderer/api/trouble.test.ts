import { expect, it } from 'vitest';
import { createStore } from '../../../renderer/api/store.ts';
import { followTrouble } from '../../../renderer/api/trouble.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { snapshotOf } from '../snapshots.ts';

const asMap = (...snapshots: ProxySnapshot[]): ReadonlyMap<string, ProxySnapshot> =>
  new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));

it('is who needs help, and who is not reached while it is tried again', () => {
  const snapshots = createStore<ReadonlyMap<string, ProxySnapshot> | null>(null);
  const trouble = followTrouble({ snapshots });
  expect(trouble.get().size).toBe(0);
  snapshots.set(
    asMap(
      snapshotOf('off', 'off'),
      snapshotOf('new', 'connecting'),
      snapshotOf('well', 'ready'),
      snapshotOf('refused', 'needs-attention'),
      snapshotOf('away', 'waiting'),
      { ...snapshotOf('tried again', 'connecting'), unreachableSince: 1 },
    ),
  );
  expect([...trouble.get()]).toEqual(['refused', 'away', 'tried again']);
});

it('stays the same set, and tells nobody, until it is another', () => {
  const snapshots = createStore<ReadonlyMap<string, ProxySnapshot> | null>(null);
  const trouble = followTrouble({ snapshots });
  let told = 0;
  trouble.subscribe(() => told++);
  snapshots.set(asMap(snapshotOf('a', 'waiting'), snapshotOf('b', 'ready')));
  const first = trouble.get();
  snapshots.set(asMap(snapshotOf('a', 'needs-attention'), snapshotOf('b', 'ready')));
  expect(trouble.get()).toBe(first);
  expect(told).toBe(1);
  snapshots.set(asMap(snapshotOf('a', 'ready'), snapshotOf('b', 'waiting')));
  expect([...trouble.get()]).toEqual(['b']);
  expect(told).toBe(2);
});
