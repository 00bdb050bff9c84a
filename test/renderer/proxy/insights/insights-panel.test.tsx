// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Feed } from '../../../../renderer/api/feed.ts';
import { createFleetStore } from '../../../../renderer/api/fleet-store.ts';
import { createFleetMeans } from '../../../../renderer/api/means.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { InsightsPanel } from '../../../../renderer/views/proxy/insights/insights-panel.tsx';
import type { HistoryTotals } from '../../../../shared/model/history.ts';
import type { OpenCount } from '../../../../shared/model/open-count-schema.ts';
import { rangeOf } from '../../../shared/fleet/insights/series.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';
import { snapshotOf } from '../../snapshots.ts';

afterEach(cleanup);

const from = Date.UTC(2026, 0, 5, 12);
const to = from + 300_000;
/** Two accesses a second of 1 KiB each, and six open connections. */
const history = rangeOf(
  Array.from({ length: 301 }, (_, second) => ({
    at: from + second * 1000,
    connections: 6,
    bytesPerSecond: 2048,
    accessesPerSecond: 2,
  })),
);
const totals: HistoryTotals = {
  moved: {
    from,
    to,
    bytes: '18446744073709551616',
    accesses: '600',
    watchedMs: 240_000,
    restarts: 2,
  },
  epoch: { kind: 'restart', at: to - 7_200_000, lastAt: to },
};

async function shown(openCount: OpenCount, answer: HistoryTotals = totals) {
  const client = createFakeClient();
  client.call.mockImplementation(async () => [answer]);
  const fleet = createFleetStore(() => to);
  const of = (id: string, bytesPerSecond: number) =>
    snapshotOf(id, 'ready', { bytesPerSecond, accessesPerSecond: 1 });
  fleet.apply({
    at: to,
    full: true,
    proxies: [{ ...of('a', 100), openCount }, of('b', 300)],
    points: [],
    readings: null,
    removed: [],
  });
  renderWith(
    {
      client,
      fleet,
      means: createFleetMeans({ fleet, every: () => () => undefined }),
      feed: createStore<Feed>({ kind: 'fed' }),
    },
    <InsightsPanel
      id="a"
      history={history}
      shown={{ from, to }}
      wanted={{ from, to }}
      everyMs={false}
      saySpan="last 5 min"
    />,
  );
  await settled();
  const table = screen.getByRole('table', { name: 'Insights, last 5 min' });
  return Object.fromEntries(
    within(table)
      .getAllByRole('rowheader')
      .map((head) => [head.textContent, head.closest('tr')?.querySelector('td')?.textContent]),
  );
}

describe('the insights of a proxy', () => {
  it('are its numbers over the span of the charts, and what it moved by the counters', async () => {
    const rows = await shown({ verdict: 'counted-out', accesses: 100, rise: 0 });
    expect(rows['Mean duration (estimate)']).toBe('3.00\u00a0s');
    expect(rows['Bytes per access']).toBe('1.00\u00a0KiB');
    expect(rows['Throughput per connection']).toBe('341\u00a0B/s');
    expect(rows['Share of the fleet, now']).toBe('25%');
    expect(rows['Moved in all']).toContain('16.0\u00a0EiB');
    expect(rows['Moved in all']).toContain('at least: 2 restarts');
    expect(rows['Moved in all']).toContain('1 minute of it not watched');
    expect(rows['Accesses in all']).toBe('600');
    expect(rows['Runs at least']).toMatch(/^2 hours.*restart seen/);
  });

  it('say why there is none where the count of connections only rises, and keep the others', async () => {
    const rows = await shown({ verdict: 'only-rises', accesses: 160, rise: 159 });
    const why =
      'The count of open connections only rises, by 159 in 160 accesses. It cannot be believed.';
    expect(rows['Mean duration (estimate)']).toBe(why);
    expect(rows['Throughput per connection']).toBe(why);
    expect(rows['Bytes per access']).toBe('1.00\u00a0KiB');
  });

  it('say that nothing was read where that is so', async () => {
    const rows = await shown(
      { verdict: 'counted-out', accesses: 100, rise: 0 },
      { moved: null, epoch: null },
    );
    expect(rows['Moved in all']).toBe('Nothing was read.');
    expect(rows['Runs at least']).toBe('Nothing was read.');
  });

  it('are explained, each with its formula and its conditions', async () => {
    await shown({ verdict: 'counted-out', accesses: 100, rise: 0 });
    const help = screen.getByRole('button', { name: 'Explain: Mean duration (estimate)' });
    fireEvent.click(help);
    const said = await screen.findByRole('dialog', { name: 'Explain: Mean duration (estimate)' });
    expect(said.textContent).toContain('Little’s law');
    expect(said.textContent).toContain('÷ accesses per second');
    expect(said.textContent).toContain('at least 10 accesses and 5 readings');
  });
});
