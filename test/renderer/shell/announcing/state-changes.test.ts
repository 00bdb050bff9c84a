import { describe, expect, it } from 'vitest';
import {
  kindsOf,
  settledChanges,
} from '../../../../renderer/views/shell/announcing/state-changes.ts';
import { snapshotOf } from '../../snapshots.ts';

const map = (...list: ReturnType<typeof snapshotOf>[]) =>
  new Map(list.map((each) => [each.id, each]));

describe('what is announced', () => {
  it('is nothing at a first look', () => {
    expect(settledChanges(null, map(snapshotOf('a', 'ready')))).toEqual([]);
  });

  it('is where a proxy came to rest, not what it went through', () => {
    const before = kindsOf(null, map(snapshotOf('a', 'ready'), snapshotOf('b', 'ready')));
    const onItsWay = map(snapshotOf('a', 'connecting'), snapshotOf('b', 'ready'));
    expect(settledChanges(before, onItsWay)).toEqual([]);
    const after = kindsOf(before, onItsWay);
    expect(settledChanges(after, map(snapshotOf('a', 'ready'), snapshotOf('b', 'ready')))).toEqual(
      [],
    );
    expect(settledChanges(after, map(snapshotOf('a', 'waiting'), snapshotOf('b', 'off')))).toEqual([
      { id: 'a', kind: 'waiting' },
      { id: 'b', kind: 'off' },
    ]);
  });

  it('includes a proxy that was added', () => {
    const before = kindsOf(null, map());
    expect(settledChanges(before, map(snapshotOf('a', 'needs-attention')))).toEqual([
      { id: 'a', kind: 'needs-attention' },
    ]);
  });
});
