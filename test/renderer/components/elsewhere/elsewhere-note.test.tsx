// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Feed } from '../../../../renderer/api/feed.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import {
  ElsewhereNote,
  TotalsNote,
} from '../../../../renderer/components/elsewhere/elsewhere-note.tsx';
import type { HistoryTotals } from '../../../../shared/model/history.ts';
import type { HistoryElsewhere } from '../../../../shared/model/history-from.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';

afterEach(cleanup);

const day = 86_400_000;
const asked = { from: 0, to: 30 * day };
const read: HistoryElsewhere = {
  folderId: null,
  asked,
  spans: [{ from: day, to: 30 * day }],
  fault: null,
  warnings: [],
};
const failed: HistoryElsewhere = {
  ...read,
  spans: [],
  fault: { kind: 'unreachable', code: 'ECONNREFUSED' },
};

async function shown(all: readonly (HistoryElsewhere | undefined)[], feed: Feed = { kind: 'fed' }) {
  const client = createFakeClient();
  client.call.mockImplementation(async (name: string) => (name === 'folders.list' ? [] : null));
  const reload = vi.fn();
  const ranges = all.map((elsewhere) => (elsewhere === undefined ? {} : { elsewhere }));
  renderWith(
    { client, feed: createStore(feed) },
    <ElsewhereNote ranges={ranges} reload={reload} />,
  );
  await settled();
  return { client, reload, text: document.body.textContent };
}

it('says nothing where no Prometheus was asked', async () => {
  await shown([undefined]);
  expect(document.querySelector('[data-elsewhere], [data-code]')).toBeNull();
});

it('says which part is from there, and for whom it is set', async () => {
  const { text } = await shown([read]);
  expect(text).toMatch(/From Prometheus \(for the whole console\): .+ to .+\./);
});

it('counts the proxies of which a part is from there', async () => {
  const { text } = await shown([read, { ...read, spans: [] }, read]);
  expect(text).toContain('Partly from Prometheus: 2 proxies.');
});

it('says that there is nothing there of that time', async () => {
  expect((await shown([{ ...read, spans: [] }])).text).toContain('has nothing of the time before');
});

it('says why it cannot be read, and reads again when it is told to', async () => {
  const { client, reload, text } = await shown([failed]);
  expect(text).toContain(
    'Prometheus (for the whole console): It cannot be reached (ECONNREFUSED). Shown is what',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await settled();
  expect(client.call.mock.calls).toContainEqual(['historyFrom.again', {}]);
  expect(reload).toHaveBeenCalled();
});

it('tells its absence as a state, and what somebody has to see to as a warning', async () => {
  await shown([failed]);
  expect(document.querySelector('[role=status][data-absent=unreachable]')).not.toBeNull();
  expect(document.querySelector('[data-code]')).toBeNull();
  cleanup();
  await shown([{ ...failed, fault: { kind: 'unauthorized', status: 401 } }]);
  expect(document.querySelector('[data-code=unauthorized]')).not.toBeNull();
});

it('says that it is still asked, and nothing yet of what it has', async () => {
  const { text } = await shown([{ ...read, spans: [], pending: true }]);
  expect(text).toContain('is still being asked');
  expect(text).not.toContain('has nothing');
  expect(document.querySelector('[data-code]')).toBeNull();
});

it('no longer says that it is asked while the console itself is away', async () => {
  await shown([{ ...read, spans: [], pending: true }], { kind: 'silent', since: null });
  expect(document.querySelector('[data-waiting]')).toBeNull();
});

it('says the same of what was counted', async () => {
  const totals = (elsewhere: HistoryTotals['elsewhere']) => [
    { moved: null, epoch: null },
    { moved: null, epoch: null, elsewhere },
  ];
  const say = async (elsewhere: HistoryTotals['elsewhere']) => {
    cleanup();
    const client = createFakeClient();
    client.call.mockResolvedValue([]);
    renderWith(
      { client, feed: createStore<Feed>({ kind: 'fed' }) },
      <TotalsNote totals={totals(elsewhere)} />,
    );
    await settled();
    return document.body.textContent;
  };
  const { folderId, fault } = failed;
  expect(await say({ folderId, fault: null, pending: true })).toContain('is still being asked');
  expect(await say({ folderId, fault })).toContain('It cannot be reached (ECONNREFUSED).');
  await say({ folderId, fault: null });
  expect(document.querySelector('[data-elsewhere]')).toBeNull();
});

it('hands on what it warns of, each warning once', async () => {
  const warned = { ...read, warnings: ['a store is away'] };
  const { text } = await shown([warned, warned]);
  expect(text?.split('Prometheus warns: a store is away')).toHaveLength(2);
});
