// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFleetStore } from '../../../../renderer/api/fleet-store.ts';
import { createFleetMeans } from '../../../../renderer/api/means.ts';
import { useReading } from '../../../../renderer/views/board/pictures/use-reading.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { renderHookWith } from '../../hooks.tsx';
import { frameOf, snapshotOf } from '../../snapshots.ts';

function setUp() {
  const fleet = createFleetStore(() => 0);
  const means = createFleetMeans({ fleet, every: () => () => undefined });
  const tell = (snapshot: ProxySnapshot): void => act(() => fleet.apply(frameOf(snapshot)));
  let renders = 0;
  tell(snapshotOf('a', 'ready', {}));
  const { result } = renderHookWith(
    { fleet, means },
    () => {
      renders++;
      return useReading('a');
    },
    undefined,
  );
  return { tell, result, rendered: () => renders };
}

describe('the reading of a proxy', () => {
  it('is not drawn again with each snapshot while it is ready', () => {
    const { tell, rendered } = setUp();
    const before = rendered();
    tell(snapshotOf('a', 'ready', { transferredBytes: '5' }));
    expect(rendered()).toBe(before);
  });

  it('is where more than a reading changed', () => {
    const { tell, result, rendered } = setUp();
    const before = rendered();
    tell({ ...snapshotOf('a', 'ready', {}), restarts: 1 });
    expect(rendered()).toBe(before + 1);
    expect(result.current.snapshot?.restarts).toBe(1);
    tell(snapshotOf('a', 'waiting', { transferredBytes: '7' }));
    expect(result.current.snapshot?.state.kind).toBe('waiting');
    expect(result.current.means).toBeNull();
  });
});
