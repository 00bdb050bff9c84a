// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import { InsightsTable } from '../../../renderer/views/compare/insights-table.tsx';
import type { OpenCount } from '../../../shared/model/open-count-schema.ts';
import { rangeOf } from '../../shared/fleet/insights/series.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';
import { snapshotOf } from '../snapshots.ts';

afterEach(cleanup);

it('has what follows from the numbers of each proxy, and how evenly the accesses lie on them', async () => {
  const to = 300_000;
  const range = rangeOf(
    Array.from({ length: 301 }, (_, second) => ({
      at: second * 1000,
      connections: 6,
      bytesPerSecond: 2048,
      accessesPerSecond: 2,
    })),
  );
  const moved = (bytes: string, accesses: string) => ({
    moved: { from: 0, to, bytes, accesses, watchedMs: to, restarts: 0 },
    epoch: null,
  });
  const client = createFakeClient();
  client.call.mockImplementation(async () => [moved('3072', '100'), moved('1024', '300')]);
  const fleet = createFleetStore(() => to);
  const counts: readonly [string, OpenCount][] = [
    ['a', { verdict: 'counted-out', accesses: 100, rise: 0 }],
    ['b', { verdict: 'below-zero', accesses: 0, rise: 0 }],
  ];
  fleet.apply({
    at: to,
    full: true,
    proxies: counts.map(([id, openCount]) => ({ ...snapshotOf(id, 'ready', {}), openCount })),
    points: [],
    readings: null,
    removed: [],
  });
  renderWith(
    { client, fleet },
    <InsightsTable
      histories={['a', 'b'].map((name) => ({ id: name, name, range }))}
      span={{ from: 0, to }}
      wanted={{ from: 0, to }}
      saySpan="last 5 min"
    />,
  );
  await settled();
  const table = screen.getByRole('table', { name: 'Insights, last 5 min' });
  const cellsOf = (name: string) =>
    [
      ...(within(table).getByRole('rowheader', { name }).closest('tr')?.querySelectorAll('td') ??
        []),
    ].map(({ textContent }) => textContent);
  const kib = '\u00a0KiB';
  expect(cellsOf('a')).toEqual(['3.00\u00a0s', `1.00${kib}`, '341\u00a0B/s', `3.00${kib}`, '75%']);
  const why = expect.stringContaining('was below zero');
  expect(cellsOf('b')).toEqual([why, `1.00${kib}`, why, `1.00${kib}`, '25%']);
  expect(screen.getByText('Balance of their accesses: 80%')).toBeTruthy();
});
