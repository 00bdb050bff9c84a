// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import { useSnapshotPart } from '../../../renderer/views/proxy/use-snapshot-part.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { renderHookWith } from '../hooks.tsx';
import { frameOf, snapshotOf } from '../snapshots.ts';

const stateOf = (snapshot: ProxySnapshot | undefined) => snapshot?.state ?? null;

function setUp() {
  const fleet = createFleetStore();
  const tell = (snapshot: ProxySnapshot) => act(() => fleet.apply(frameOf(snapshot)));
  let renders = 0;
  const { result } = renderHookWith(
    { fleet },
    () => {
      renders++;
      return useSnapshotPart('a', stateOf);
    },
    null,
  );
  return { tell, part: () => result.current, renders: () => renders };
}

it('is the same for as long as it says the same, whatever else of the snapshot changes', () => {
  const { tell, part, renders } = setUp();
  tell(snapshotOf('a', 'ready', { connections: '1' }));
  const [first, drawn] = [part(), renders()];
  tell(structuredClone(snapshotOf('a', 'ready', { connections: '2' })));
  expect(part()).toBe(first);
  expect(renders()).toBe(drawn);
});

it('is another once it says something else', () => {
  const { tell, part } = setUp();
  tell(snapshotOf('a', 'off'));
  expect(part()).toEqual({ kind: 'off' });
  tell(snapshotOf('a', 'authenticating'));
  expect(part()).toMatchObject({ kind: 'authenticating' });
});
