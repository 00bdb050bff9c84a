// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { FleetDifferences } from '../../../../../renderer/api/differences.ts';
import type { Feed } from '../../../../../renderer/api/feed.ts';
import { createFleetStore } from '../../../../../renderer/api/fleet-store.ts';
import { createStore } from '../../../../../renderer/api/store.ts';
import type { CellSize } from '../../../../../renderer/views/board/pictures/map/cell-size.ts';
import { MapCell } from '../../../../../renderer/views/board/pictures/map/map-cell.tsx';
import type { ProxySnapshot } from '../../../../../shared/model/fleet-frame.ts';
import { createFakeClient } from '../../../fake-client.ts';
import { renderWith } from '../../../hooks.tsx';
import { profileOf, snapshotOf } from '../../../snapshots.ts';

afterEach(cleanup);

function show(snapshot: ProxySnapshot, shows: CellSize['shows'], unlike = false) {
  const fleet = createFleetStore(() => 0);
  fleet.apply({ at: 0, full: true, proxies: [snapshot], points: [], readings: null, removed: [] });
  const found = unlike
    ? [{ trait: 'transformation', value: 'cat', usual: null, share: 1 } as never]
    : [];
  const differences: Pick<FleetDifferences, 'of' | 'onChange'> = {
    of: () => found,
    onChange: () => () => undefined,
  };
  const feed = createStore<Feed>({ kind: 'fed' });
  const { container } = renderWith(
    { client: createFakeClient(), fleet, feed, differences: differences as FleetDifferences },
    <ul>
      <MapCell profile={profileOf('mail-05')} place={3} shows={shows} />
    </ul>,
  );
  return { feed, cell: container.querySelector('li') };
}

describe('a cell of the map', () => {
  it('has the name of its proxy also where there is no room for it, and says who is unlike', () => {
    show(snapshotOf('mail-05', 'ready', {}), 'mark', true);
    expect(screen.getByRole('link', { name: 'mail-05, unlike' })).toBeDefined();
    cleanup();
    show(snapshotOf('mail-05', 'ready', {}), 'value');
    expect(screen.getByRole('link', { name: 'mail-05' })).toBeDefined();
  });

  it('tells a proxy that is not reached from one that is, without its colour', () => {
    const { cell } = show(snapshotOf('mail-05', 'waiting'), 'value');
    expect(cell?.dataset.unreachable).toBe('true');
    expect(cell?.querySelector('svg')).not.toBeNull();
    expect(cell?.querySelector('[data-value]')).toBeNull();
  });

  it('claims nothing while the console is silent', () => {
    const { feed, cell } = show(snapshotOf('mail-05', 'ready', {}), 'name-and-value');
    expect(cell?.dataset.stale).toBeUndefined();
    act(() => feed.set({ kind: 'silent', since: 1 }));
    expect(cell?.dataset.stale).toBe('true');
  });
});
