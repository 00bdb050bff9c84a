// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useStateKind } from '../../../renderer/api/context.ts';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { renderHookWith } from '../hooks.tsx';
import { snapshotOf } from '../snapshots.ts';

it('draws nothing again for a reading, and once for another state', () => {
  const fleet = createFleetStore();
  const apply = (snapshot: ProxySnapshot) =>
    act(() =>
      fleet.apply({
        at: 1,
        full: false,
        proxies: [snapshot],
        points: [],
        readings: null,
        removed: [],
      }),
    );
  let drawn = 0;
  const { result } = renderHookWith(
    { fleet },
    () => {
      drawn++;
      return useStateKind('a');
    },
    {},
  );
  expect(result.current).toBeUndefined();
  apply(snapshotOf('a', 'ready', { connections: '1' }));
  expect(result.current).toBe('ready');
  const before = drawn;
  apply(snapshotOf('a', 'ready', { connections: '2' }));
  expect(drawn).toBe(before);
  apply(snapshotOf('a', 'waiting'));
  expect(result.current).toBe('waiting');
  expect(drawn).toBe(before + 1);
});
