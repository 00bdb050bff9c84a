// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createFleetStore } from '../../../../../renderer/api/fleet-store.ts';
import { createFleetMeans } from '../../../../../renderer/api/means.ts';
import { createStore } from '../../../../../renderer/api/store.ts';
import {
  createSelection,
  SelectionContext,
} from '../../../../../renderer/fleet/selection/selection.ts';
import { GroupRow } from '../../../../../renderer/views/board/pictures/table/group-row.tsx';
import { preferencesSchema } from '../../../../../shared/model/app-info.ts';
import { renderWith } from '../../../hooks.tsx';
import { profileOf, snapshotOf } from '../../../snapshots.ts';

afterEach(cleanup);

it('has each sum of a group under its column', () => {
  const profiles = ['a', 'b'].map((name) => profileOf(name, { folder: 'Europe' }));
  const fleet = createFleetStore(() => 0);
  fleet.apply({
    at: 0,
    full: true,
    proxies: [
      snapshotOf('a', 'ready', { connections: '2', transferredBytes: '1024' }),
      snapshotOf('b', 'ready', { connections: '3', transferredBytes: '1024' }),
    ],
    points: [],
    readings: null,
    removed: [],
  });
  const { container } = renderWith(
    {
      fleet,
      means: createFleetMeans({ fleet, every: () => () => undefined }),
      preferences: createStore(preferencesSchema.parse({})),
    },
    <SelectionContext value={createSelection()}>
      <table>
        <tbody>
          <GroupRow
            group={{ by: 'folder', key: 'Europe', folded: false, profiles }}
            columns={['state', 'connections', 'roundTripMs', 'transferredBytes']}
            row={0}
          />
        </tbody>
      </table>
    </SelectionContext>,
  );
  const cells = [...container.querySelectorAll('td')];
  expect(cells.map(({ colSpan }) => colSpan)).toEqual([2, 1, 1, 1, 1]);
  expect(cells[0]?.textContent).toContain('Europe');
  expect(cells.slice(1).map(({ textContent }) => textContent)).toEqual([
    '5',
    '',
    '2.00\u00a0KiB',
    '',
  ]);
});
